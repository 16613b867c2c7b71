/** What a shopper reads of leaderboards and tiers, in Korean. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {
  boards: '순위표',
  boardEver: '전체',
  boardDay: '오늘',
  boardWeek: '이번 주',
  boardEnds: '이번 회차 마감: {when}',
  boardPlace: '내 순위: {rank}',
  boardScore: '점수: {score}',
  boardEmpty: '아직 아무도 망치를 휘두르지 않았어요. 종이 기다려요.',
  boardNoScore: '여기에는 아직 점수가 없어요.',
  boardHidden: '원하신 대로 어느 순위표에도 나오지 않아요.',
  boardTies: '점수가 같으면 먼저 도달한 사람이 위예요.',
  boardYou: '나',
  boardToMe: '내 줄 보기',
  boardTop: '상위권',
  boardGone: '없어진 순위표예요.',
  playerChange: '내가 보이는 방식',
  playerName: '순위표에 쓰는 이름',
  playerRule: '글자, 숫자, 띄어쓰기 2~24자. 주소나 전화번호는 안 돼요.',
  playerHide: '모든 순위표에서 빼기',
  playerSave: '저장',
  playerSaved: '저장했어요.',
};

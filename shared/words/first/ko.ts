/** What a shopper reads up to the first result, in Korean. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  wheel: '경품 룰렛: {prizes}',
  spin: '룰렛 돌리기',
  spinFor: '{count}포인트로 돌리기',
  spinFree: '무료로 돌리기',
  turning: '돌아가는 중…',
  rules: '확률과 규칙',
  skip: '결과 바로 보기',
  retry: '다시 시도',
  ready: '살짝 밀어 보세요.',
  left: '지금 {count}번 더 돌릴 수 있어요.',
  free: '무료 기회가 {count}번 있어요.',
  offline: '놀이마당에 연결할 수 없어요. 연결을 확인하고 다시 시도해 주세요.',
  notHere: '이 페이지에서는 열리지 않는 게임이에요.',
  noGames: '놀이마당이 쉬고 있어요. 오늘은 할 수 있는 게임이 없어요.',
  close: '닫기',
  back: '뒤로',
  sections: '메뉴',
  home: '놀이마당',
  play: '게임',
  wallet: '내 경품',
  me: '내 정보',
  points: '{count}포인트',
};

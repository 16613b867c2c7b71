/** What a shopper reads of their settings and their data, in Korean. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  setLanguage: '언어',
  setAsShop: '쇼핑몰과 같게',
  setSound: '소리',
  setSoundHint: '나무, 놋쇠, 종이 소리예요. 켜기 전에는 나지 않아요.',
  setStill: '움직임 줄이기',
  setStillHint: '결과가 바로 나와요.',

  pauseTitle: '게임 쉬기',
  pauseHint: '끝날 때까지 게임을 할 수 없어요. 경품과 포인트는 그대로예요.',
  pauseDays: '{count}일',
  pauseSure: '{count}일 동안 쉴까요? 기간을 줄일 수 없어요.',
  pauseYes: '네, 쉴게요',
  pauseUntil: '쉬는 중이에요. {when}에 끝나요.',
  setNo: '나중에',

  birthday: '내 생일',
  birthdayHint: '월과 일만 적어요. 연도는 묻지 않아요.',
  birthdayDay: '일',
  birthdayMonth: '월',
  birthdaySave: '저장',
  birthdayForget: '지우기',
  birthdaySaved: '저장했어요. 그날 선물이 갈지도 몰라요.',
  birthdayForgotten: '지웠어요.',

  data: '내 데이터',
  dataHint: '놀이마당이 보관하는 것: 참여 기록, 경품, 포인트, 선물, 답변.',
  dataSee: '보기',
  dataSave: '내려받기',
  dataLost: '일부를 가져오지 못했어요. 다시 시도해 주세요.',
  erase: '내 데이터 지우기',
  eraseHint: '이름, 주소, 연락처, 생일, 답변을 지워요. 포인트와 경품은 남아요.',
  eraseSure: '모두 지울까요? 되돌릴 수 없어요.',
  eraseYes: '네, 지울게요',
  eraseDone: '지웠어요. 이름 없는 기록만 남아요.',
};

/** What a shopper reads at the stalls beside the wheel, in Korean. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  lineLost: '연결이 끊겼어요. 두 번 차감되지 않았어요. 다시 시도해 주세요.',

  now: '지금 할 수 있는 것',
  nothingNow: '오늘 할 일은 다 했어요. 내일 또 오세요.',
  have: '가지고 있는 것',
  more: '놀이마당 더 보기',
  tickets: '쿠폰 {count}장',
  playLeft: '{count}번 더 할 수 있어요',
  playFree: '무료 {count}번',
  playOpen: '지금 열려 있어요',
  playFor: '한 번에 {count}포인트',
  checkInToday: '오늘 출석 칸이 기다려요',
  checkInDone: '오늘 출석 완료. {count}일 연속이에요',
  quizNext: '{questions}문제 중 {answered}문제 답했어요',
  surveyWaits: '질문이 하나 있어요',
  missionSteps: '{current}/{target}',
  shopAfford: '받을 수 있는 선물 {count}개',
  shopOpen: '포인트 쓰기',

  missions: '미션',
  badges: '배지',
  tiers: '내 등급',
  leaderboard: '순위표',
  shop: '포인트 상점',
  history: '포인트 내역',
  referral: '친구 초대',
  parcels: '배송 중인 선물',
  settings: '설정',
  fair: '공정한 추첨',
};

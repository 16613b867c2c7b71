/** What a shopper reads at the stalls beside the wheel, in Japanese. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  lineLost: '接続が切れました。二重に引かれてはいません。もう一度お試しください。',

  now: '今できること',
  nothingNow: '今日はすべて終わりました。また明日お越しください。',
  have: '持っているもの',
  more: 'ほかの屋台',
  tickets: 'クーポン {count} 枚',
  playLeft: 'あと {count} 回遊べます',
  playFree: '無料 {count} 回',
  playOpen: '開いています',
  playFor: '1 回 {count} ポイント',
  checkInToday: '今日のスタンプを押せます',
  checkInDone: '今日は押しました。{count} 日連続です',
  quizNext: '{questions} 問中 {answered} 問に回答',
  surveyWaits: 'ひとつ質問があります',
  missionSteps: '{current}/{target}',
  shopAfford: '交換できる景品が {count} 点',
  shopOpen: 'ポイントを使う',

  missions: 'ミッション',
  badges: 'バッジ',
  tiers: '会員ランク',
  leaderboard: 'ランキング',
  shop: 'ポイント交換',
  history: 'ポイント履歴',
  referral: '友だちを招待',
  parcels: '発送中の贈り物',
  settings: '設定',
  fair: '公正さのしくみ',
};

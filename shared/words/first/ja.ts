/** What a shopper reads up to the first result, in Japanese. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  wheel: '抽選ルーレット：{prizes}',
  spin: 'ルーレットを回す',
  spinFor: '{count}ポイントで回す',
  spinFree: '無料で回す',
  turning: '回転中…',
  rules: '確率とルール',
  skip: 'すぐに結果を見る',
  retry: 'もう一度試す',
  ready: '軽く押してみてください。',
  left: '今はあと{count}回回せます。',
  free: '無料で{count}回回せます。',
  offline: '縁日につながりません。接続を確認して、もう一度お試しください。',
  notHere: 'このゲームはこのページでは遊べません。',
  noGames: 'ただいま縁日はお休みです。今日遊べるものはありません。',
  close: '閉じる',
  back: '戻る',
  sections: 'メニュー',
  home: '縁日',
  play: '遊ぶ',
  wallet: '景品',
  me: 'マイページ',
  points: '{count}ポイント',
};

/** What a shopper reads of their settings and their data, in Japanese. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  setLanguage: '言語',
  setAsShop: 'ショップと同じ',
  setSound: '音',
  setSoundHint: '木と真ちゅうと紙の音。オンにするまで鳴りません。',
  setStill: '動きを減らす',
  setStillHint: '結果がすぐに出ます。',

  pauseTitle: 'プレイをお休み',
  pauseHint: '終わるまでゲームはできません。景品とポイントはそのままです。',
  pauseDays: '{count}日',
  pauseSure: '{count}日お休みしますか？途中で短くはできません。',
  pauseYes: 'はい、お休みします',
  pauseUntil: 'お休み中です。{when}に終わります。',
  setNo: '今はやめる',

  birthday: 'お誕生日',
  birthdayHint: '月と日だけです。年はうかがいません。',
  birthdayDay: '日',
  birthdayMonth: '月',
  birthdaySave: '保存',
  birthdayForget: '削除',
  birthdaySaved: '保存しました。当日にプレゼントが届くかもしれません。',
  birthdayForgotten: '削除しました。',

  data: 'マイデータ',
  dataHint: '縁日に保存されるもの：プレイ、景品、ポイント、プレゼント、回答。',
  dataSee: '見る',
  dataSave: 'ダウンロード',
  dataLost: '一部を読み込めませんでした。もう一度お試しください。',
  erase: 'データを消去',
  eraseHint: '名前、住所、連絡先、誕生日、回答を消去します。ポイントと景品は残ります。',
  eraseSure: 'すべて消去しますか？元に戻せません。',
  eraseYes: 'はい、消去します',
  eraseDone: '消去しました。お名前のない記録だけが残ります。',
};

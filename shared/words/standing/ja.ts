/** What a shopper reads of leaderboards and tiers, in Japanese. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {
  boards: 'ランキング',
  boardEver: '通算',
  boardDay: '今日',
  boardWeek: '今週',
  boardEnds: 'この回は{when}に終わります。',
  boardPlace: 'あなたの順位：{rank}',
  boardScore: 'スコア：{score}',
  boardEmpty: 'まだ誰もハンマーを振っていません。ベルが待っています。',
  boardNoScore: 'ここではまだスコアがありません。',
  boardHidden: 'ご希望どおり、どのランキングにも載りません。',
  boardTies: '同点のときは、先に届いた人が上です。',
  boardYou: 'あなた',
  boardToMe: '自分の行を見る',
  boardTop: '上位',
  boardGone: 'このランキングはなくなりました。',
  playerChange: '表示のしかた',
  playerName: 'ランキングでの名前',
  playerRule: '2〜24 文字の文字、数字、空白。住所や電話番号は入れられません。',
  playerHide: 'どのランキングにも載せない',
  playerSave: '保存',
  playerSaved: '保存しました。',
};

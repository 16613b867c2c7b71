/** What a shopper reads at the games beside the wheel, in Japanese. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {
  scratch: '銀をけずる',
  scratchFor: '{count} ポイントで 1 枚',
  scratchFree: '無料の 1 枚を使う',
  scratchAgain: 'もう 1 枚',
  scratchReady: '指で銀をこすってください。',
  scratchPrice: '1 枚取って、銀をこすってください。',
  scratchRub: '読めるまでこすってください。',
  scratchAll: '代わりにけずってもらう',

  box: '箱 {number}',
  boxReady: '箱をひとつ選んでください。',
  boxFor: '{count} ポイントで箱をひとつ選べます。',
  boxOpening: 'ふたを開けています…',
  boxAgain: 'もう一度選ぶ',

  turnsLeft: '今はあと {count} 回遊べます。',
  turnsFree: '無料で {count} 回遊べます。',
  turnsNone: '今日の分はこれで終わりです。',
  turnsNoneNext: '今日の分は終わりました。次は{when}から遊べます。',
  lostPlayNext: '今回はハズレでした。次は{when}から遊べます。',
  playSafe: '接続が切れました。この 1 回は保存され、つながったときに一度だけ数えます。',
  playSlow: '少し時間がかかっています。どうなっても数えるのは 1 回だけです。',

  stateWhy: 'ルールにより、遊ぶ前に確認が必要です。',
  stateRegion: 'お住まいはどちらですか？',
  stateChoose: '選んでください',
  stateElsewhere: 'そのほか',
  stateAge: '{age} 歳以上です。',
  stateKept: 'プレイとともにショップに送られ、このブラウザーに保存されます。',
  stateGo: '遊ぶ',
  stateNot: '今はやめる',
};

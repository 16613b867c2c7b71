/** What a shopper reads at the games beside the wheel, in simplified Chinese. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {
  scratch: '刮开涂层',
  scratchFor: '用 {count} 积分换一张',
  scratchFree: '使用免费刮刮卡',
  scratchAgain: '再来一张',
  scratchReady: '用手指刮一刮。',
  scratchPrice: '先拿一张，再刮开涂层。',
  scratchRub: '刮到看得清为止。',
  scratchAll: '替我刮开',

  box: '{number} 号盒子',
  boxReady: '选一个盒子。',
  boxFor: '用 {count} 积分选一个盒子。',
  boxOpening: '正在打开盒盖…',
  boxAgain: '再选一次',

  turnsLeft: '现在还能玩 {count} 次。',
  turnsFree: '你有 {count} 次免费机会。',
  turnsNone: '今天的次数用完了。',
  turnsNoneNext: '今天的次数用完了。下次可玩：{when}。',
  lostPlayNext: '这次没有中。下次可玩：{when}。',
  playSafe: '连接中断了。这一次已保留，恢复后只算一次。',
  playSlow: '结果来得有点慢。无论怎样，只算一次。',

  stateWhy: '按规则，玩之前需要先确认这一点。',
  stateRegion: '你在哪里？',
  stateChoose: '请选择',
  stateElsewhere: '其他地方',
  stateAge: '我已满 {age} 岁。',
  stateKept: '它会随这次游戏发给商店，本浏览器会记住。',
  stateGo: '开始玩',
  stateNot: '先不了',
};

/** What a shopper reads up to the first result, in simplified Chinese. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  wheel: '幸运转盘：{prizes}',
  spin: '转动转盘',
  spinFor: '用 {count} 积分转一次',
  spinFree: '使用免费次数',
  turning: '转动中…',
  rules: '概率与规则',
  skip: '直接看结果',
  retry: '再试一次',
  ready: '轻轻推一下吧。',
  left: '现在还能转 {count} 次。',
  free: '你有 {count} 次免费机会。',
  offline: '连接不上游园会。请检查网络后再试。',
  notHere: '这个游戏不在本页开放。',
  noGames: '游园会正在休息，今天没有可玩的游戏。',
  close: '关闭',
  back: '返回',
  sections: '栏目',
  home: '游园会',
  play: '玩一玩',
  wallet: '我的奖品',
  me: '我的',
  points: '{count} 积分',
};

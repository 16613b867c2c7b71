/** What a shopper reads at the stalls beside the wheel, in simplified Chinese. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  lineLost: '连接中断了，没有重复扣除。请再试一次。',

  now: '现在可以做的',
  nothingNow: '今天都完成了，明天再来吧。',
  have: '你拥有的',
  more: '更多好玩的',
  tickets: '{count} 张优惠券',
  playLeft: '还能玩 {count} 次',
  playFree: '{count} 次免费机会',
  playOpen: '开放中',
  playFor: '{count} 积分玩一次',
  checkInToday: '今天的签到在等你',
  checkInDone: '今天已签到，连续 {count} 天',
  quizNext: '已答 {answered}/{questions} 题',
  surveyWaits: '有一个问题想问你',
  missionSteps: '{current}/{target}',
  shopAfford: '有 {count} 份礼品可兑换',
  shopOpen: '用积分换礼品',

  missions: '任务',
  badges: '徽章',
  tiers: '你的等级',
  leaderboard: '排行榜',
  shop: '积分商城',
  history: '积分明细',
  referral: '邀请朋友',
  parcels: '寄送中的礼物',
  settings: '设置',
  fair: '公平可查',
};

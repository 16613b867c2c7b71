/** What a shopper reads of leaderboards and tiers, in simplified Chinese. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {
  boards: '排行榜',
  boardEver: '总榜',
  boardDay: '今天',
  boardWeek: '本周',
  boardEnds: '本轮结束：{when}。',
  boardPlace: '你的名次：{rank}',
  boardScore: '得分：{score}',
  boardEmpty: '还没有人挥锤，铃铛在等着。',
  boardNoScore: '你在这里还没有得分。',
  boardHidden: '按你的意愿，你不在任何榜上。',
  boardTies: '同分时，先达到的人在前。',
  boardYou: '你',
  boardToMe: '看我的名次',
  boardTop: '榜首',
  boardGone: '这个榜已撤下。',
  playerChange: '你的显示方式',
  playerName: '你在榜上的名字',
  playerRule: '2 到 24 个字母、数字或空格，不写地址和电话。',
  playerHide: '不让我上任何榜',
  playerSave: '保存',
  playerSaved: '已保存。',
};

/** What a shopper reads of their settings and their data, in simplified Chinese. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  setLanguage: '语言',
  setAsShop: '跟随店铺',
  setSound: '声音',
  setSoundHint: '木头、黄铜和纸的声音，默认关闭。',
  setStill: '减少动画',
  setStillHint: '结果直接显示。',

  pauseTitle: '暂停游戏',
  pauseHint: '暂停期间不能玩任何游戏，奖品和积分都还在。',
  pauseDays: '{count} 天',
  pauseSure: '确定暂停 {count} 天？之后不能缩短。',
  pauseYes: '好，暂停',
  pauseUntil: '你已暂停游戏，结束时间：{when}。',
  setNo: '先不了',

  birthday: '你的生日',
  birthdayHint: '只要月和日，不用填年份。',
  birthdayDay: '日',
  birthdayMonth: '月',
  birthdaySave: '保存',
  birthdayForget: '清除',
  birthdaySaved: '已记下，当天也许会有礼物。',
  birthdayForgotten: '已清除。',

  data: '我的数据',
  dataHint: '游园会保存的内容：游戏、奖品、积分、礼物和回答。',
  dataSee: '查看',
  dataSave: '下载',
  dataLost: '数据没加载完整，请再试一次。',
  erase: '删除我的数据',
  eraseHint: '姓名、地址、联系方式、生日和回答。积分和奖品会保留，不再关联这些信息。',
  eraseSure: '确定全部删除？删除后不能恢复。',
  eraseYes: '是，删除',
  eraseDone: '已删除。留下的账目不带你的名字。',
};

/** What a shopper reads at the stalls beside the wheel, in Arabic. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  lineLost: 'انقطع الاتصال. لم يُخصم شيء مرتين. حاول مجددًا.',

  now: 'ما يمكنك فعله الآن',
  nothingNow: 'أنجزت كل شيء اليوم. عد إلينا غدًا.',
  have: 'ما لديك',
  more: 'المزيد في المهرجان',
  tickets: {
    zero: 'لا قسائم',
    one: 'قسيمة واحدة',
    two: 'قسيمتان',
    few: '{count} قسائم',
    other: '{count} قسيمة',
  },
  playLeft: {
    zero: 'لا جولات متبقية',
    one: 'بقيت جولة واحدة',
    two: 'بقيت جولتان',
    few: 'بقيت {count} جولات',
    other: 'بقيت {count} جولة',
  },
  playFree: {
    zero: 'لا جولات مجانية',
    one: 'جولة مجانية',
    two: 'جولتان مجانيتان',
    few: '{count} جولات مجانية',
    other: '{count} جولة مجانية',
  },
  playOpen: 'مفتوحة الآن',
  playFor: {
    one: 'الجولة بنقطة واحدة',
    two: 'الجولة بنقطتين',
    few: 'الجولة بـ {count} نقاط',
    other: 'الجولة بـ {count} نقطة',
  },
  checkInToday: 'ختم اليوم بانتظارك',
  checkInDone: {
    zero: 'ختمت اليوم.',
    one: 'ختمت اليوم. يوم واحد على التوالي',
    two: 'ختمت اليوم. يومان على التوالي',
    few: 'ختمت اليوم. {count} أيام على التوالي',
    other: 'ختمت اليوم. {count} يومًا على التوالي',
  },
  quizNext: 'أجبت عن {answered} من {questions}',
  surveyWaits: 'سؤال واحد لك',
  missionSteps: '{current} من {target}',
  shopAfford: {
    zero: 'لا مكافآت في متناولك',
    one: 'مكافأة واحدة في متناولك',
    two: 'مكافأتان في متناولك',
    few: '{count} مكافآت في متناولك',
    other: '{count} مكافأة في متناولك',
  },
  shopOpen: 'استبدل نقاطك',

  missions: 'المهام',
  badges: 'الشارات',
  tiers: 'مستواك',
  leaderboard: 'لوحة الصدارة',
  shop: 'متجر المكافآت',
  history: 'سجل النقاط',
  referral: 'ادعُ صديقًا',
  parcels: 'هدايا في الطريق',
  settings: 'الإعدادات',
  fair: 'لعب نزيه',
};

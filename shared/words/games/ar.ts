/** What a shopper reads at the games beside the wheel, in Arabic. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {
  scratch: 'اكشط الطبقة',
  scratchFor: {
    one: 'بطاقة بنقطة واحدة',
    two: 'بطاقة بنقطتين',
    few: 'بطاقة بـ {count} نقاط',
    other: 'بطاقة بـ {count} نقطة',
  },
  scratchFree: 'استخدم بطاقة مجانية',
  scratchAgain: 'بطاقة أخرى',
  scratchReady: 'اكشط الطبقة بإصبعك.',
  scratchPrice: 'خذ بطاقة ثم اكشط طبقتها.',
  scratchRub: 'اكشط حتى تتضح الكتابة.',
  scratchAll: 'اكشطها عني',

  box: 'الصندوق {number}',
  boxReady: 'اختر صندوقًا.',
  boxFor: {
    one: 'اختر صندوقًا بنقطة واحدة.',
    two: 'اختر صندوقًا بنقطتين.',
    few: 'اختر صندوقًا بـ {count} نقاط.',
    other: 'اختر صندوقًا بـ {count} نقطة.',
  },
  boxOpening: 'الغطاء يُرفع…',
  boxAgain: 'اختر مجددًا',

  turnsLeft: {
    zero: 'لا جولات متبقية الآن.',
    one: 'بقيت لك جولة واحدة الآن.',
    two: 'بقيت لك جولتان الآن.',
    few: 'بقيت لك {count} جولات الآن.',
    other: 'بقيت لك {count} جولة الآن.',
  },
  turnsFree: {
    zero: 'لا جولات مجانية لديك.',
    one: 'لديك جولة مجانية.',
    two: 'لديك جولتان مجانيتان.',
    few: 'لديك {count} جولات مجانية.',
    other: 'لديك {count} جولة مجانية.',
  },
  turnsNone: 'كانت تلك آخر جولة اليوم.',
  turnsNoneNext: 'لا جولات متبقية اليوم. التالية: {when}.',
  lostPlayNext: 'ليس هذه المرة. الجولة التالية: {when}.',
  playSafe: 'انقطع الاتصال. جولتك محفوظة، وتُحسب مرة واحدة عند عودتك.',
  playSlow: 'الرد يتأخر قليلًا. جولتك تُحسب مرة واحدة مهما حدث.',

  stateWhy: 'قواعد هذه اللعبة تطلب ذلك قبل اللعب.',
  stateRegion: 'أين أنت؟',
  stateChoose: 'اختر من فضلك',
  stateElsewhere: 'مكان آخر',
  stateAge: 'عمري {age} عامًا أو أكثر.',
  stateKept: 'يُرسل إلى المتجر مع جولتك ويتذكره هذا المتصفح.',
  stateGo: 'ابدأ اللعب',
  stateNot: 'ليس الآن',
};

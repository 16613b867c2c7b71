/** What a shopper reads of their settings and their data, in Arabic. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  setLanguage: 'اللغة',
  setAsShop: 'مثل المتجر',
  setSound: 'الأصوات',
  setSoundHint: 'خشب ونحاس وورق. صامتة حتى تشغيلها.',
  setStill: 'حركة أقل',
  setStillHint: 'تظهر النتائج فورًا.',

  pauseTitle: 'استراحة من اللعب',
  pauseHint: 'لا لعب حتى تنتهي. جوائزك ونقاطك تبقى لك.',
  pauseDays: {
    one: 'يوم واحد',
    two: 'يومان',
    few: '{count} أيام',
    many: '{count} يومًا',
    other: '{count} يوم',
  },
  pauseSure: {
    one: 'استراحة يوم واحد؟ لا يمكن تقصيرها.',
    two: 'استراحة يومين؟ لا يمكن تقصيرها.',
    few: 'استراحة {count} أيام؟ لا يمكن تقصيرها.',
    many: 'استراحة {count} يومًا؟ لا يمكن تقصيرها.',
    other: 'استراحة {count} يوم؟ لا يمكن تقصيرها.',
  },
  pauseYes: 'نعم، أريد استراحة',
  pauseUntil: 'أنت في استراحة. تنتهي {when}.',
  setNo: 'ليس الآن',

  birthday: 'عيد ميلادك',
  birthdayHint: 'اليوم والشهر فقط. السنة تخصّك وحدك.',
  birthdayDay: 'اليوم',
  birthdayMonth: 'الشهر',
  birthdaySave: 'حفظ',
  birthdayForget: 'حذف',
  birthdaySaved: 'حُفظ. قد تصلك هدية في ذلك اليوم.',
  birthdayForgotten: 'حُذف.',

  data: 'بياناتي',
  dataHint: 'ما يحتفظ به المهرجان عنك: الجولات والجوائز والنقاط والهدايا والإجابات.',
  dataSee: 'عرض',
  dataSave: 'تنزيل',
  dataLost: 'تعذّر تحميلها كلها. يمكنك المحاولة مجددًا.',
  erase: 'محو بياناتي',
  eraseHint: 'الاسم والعناوين وبيانات الاتصال وعيد الميلاد والإجابات. النقاط والجوائز تبقى من دونها.',
  eraseSure: 'محو كل ذلك؟ لا يمكن استعادته.',
  eraseYes: 'نعم، أريد محوها',
  eraseDone: 'تم المحو. بقيت القيود الحسابية من دون اسمك.',
};

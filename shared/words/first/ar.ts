/** What a shopper reads up to the first result, in Arabic. */
import type { Translated } from '../phrase.ts';
import type { words as en } from './en.ts';

export const words: Translated<typeof en> = {
  wheel: 'عجلة الجوائز: {prizes}',
  spin: 'تدوير العجلة',
  spinFor: {
    one: 'التدوير مقابل نقطة واحدة',
    two: 'التدوير مقابل نقطتين',
    few: 'التدوير مقابل {count} نقاط',
    other: 'التدوير مقابل {count} نقطة',
  },
  spinFree: 'استخدام دورة مجانية',
  turning: 'العجلة تدور…',
  rules: 'الاحتمالات والقواعد',
  skip: 'إلى النتيجة مباشرة',
  retry: 'إعادة المحاولة',
  ready: 'دفعة خفيفة تكفي.',
  left: {
    one: 'بقيت لك دورة واحدة الآن.',
    two: 'بقيت لك دورتان الآن.',
    few: 'بقيت لك {count} دورات الآن.',
    other: 'بقيت لك {count} دورة الآن.',
  },
  free: {
    one: 'لديك دورة مجانية.',
    two: 'لديك دورتان مجانيتان.',
    few: 'لديك {count} دورات مجانية.',
    other: 'لديك {count} دورة مجانية.',
  },
  offline: 'تعذّر الوصول إلى المهرجان. نرجو التحقق من الاتصال.',
  notHere: 'هذه اللعبة غير متاحة في هذه الصفحة.',
  noGames: 'المهرجان مغلق الآن. لا ألعاب اليوم.',
  close: 'إغلاق',
  back: 'رجوع',
  sections: 'الأقسام',
  home: 'المهرجان',
  play: 'الألعاب',
  wallet: 'جوائزي',
  me: 'حسابي',
  points: { one: 'نقطة واحدة', two: 'نقطتان', few: '{count} نقاط', other: '{count} نقطة' },
};

/** What a shopper reads of leaderboards and tiers, in Arabic. */
import type { Phrases } from '../phrase.ts';

export const words: Phrases = {
  boards: 'اللوحات',
  boardEver: 'كل الأوقات',
  boardDay: 'اليوم',
  boardWeek: 'هذا الأسبوع',
  boardEnds: 'تنتهي هذه الجولة: {when}.',
  boardPlace: 'ترتيبك: {rank}',
  boardScore: 'النتيجة: {score}',
  boardEmpty: 'لم يضرب أحد بالمطرقة بعد. الجرس ينتظر.',
  boardNoScore: 'لا نتيجة لك هنا بعد.',
  boardHidden: 'لا تظهر على أي لوحة، كما أردت.',
  boardTies: 'عند التعادل يتقدم من وصل أولًا.',
  boardYou: 'أنت',
  boardToMe: 'عرض صفّي',
  boardTop: 'الأوائل',
  boardGone: 'أُزيلت هذه اللوحة.',
  playerChange: 'كيف تظهر',
  playerName: 'اسمك على اللوحات',
  playerRule: 'من 2 إلى 24 حرفًا أو رقمًا أو مسافة. دون عنوان أو رقم هاتف.',
  playerHide: 'عدم إظهاري على أي لوحة',
  playerSave: 'حفظ',
  playerSaved: 'تم الحفظ.',
};

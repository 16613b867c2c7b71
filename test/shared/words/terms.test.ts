/** A thing has one name in a language, whichever view speaks of it. */
import { describe, expect, it } from 'vitest';
import { locales, type Locale } from '../../../shared/words/locales.ts';
import { bare, formsOf, readWords } from '../../helper/words.ts';

interface Term {
  /** As the English sentences say it. */
  readonly en: RegExp;
  /** What each form of the word has in common. */
  readonly stems: Readonly<Record<Exclude<Locale, 'en'>, RegExp>>;
  /** Sentences that say it another way, by language. */
  readonly but?: Readonly<Partial<Record<Locale, readonly string[]>>>;
}

const terms: Readonly<Record<string, Term>> = {
  voucher: {
    en: /\bvouchers?\b/i,
    stems: {
      vi: /phiếu/i,
      'zh-Hans': /优惠券/,
      ja: /クーポン/,
      ko: /쿠폰/,
      th: /คูปอง/,
      id: /voucher/i,
      es: /\bvales?\b/i,
      fr: /\bbons?\b/i,
      de: /gutschein/i,
      ar: /قسيم|قسائم/,
      he: /שובר/,
    },
  },
  points: {
    en: /\bpoints?\b/i,
    stems: {
      vi: /điểm/i,
      'zh-Hans': /积分/,
      ja: /ポイント/,
      ko: /포인트/,
      th: /คะแนน/,
      id: /\bpoin/i,
      es: /\bpuntos?\b/i,
      fr: /\bpoints?\b/i,
      de: /punkt/i,
      ar: /نقط|نقاط/,
      he: /נקוד/,
    },
  },
  badge: {
    en: /\bbadges?\b/i,
    stems: {
      vi: /huy hiệu/i,
      'zh-Hans': /徽章/,
      ja: /バッジ/,
      ko: /배지/,
      th: /เข็มกลัด/,
      id: /lencana/i,
      es: /insignia/i,
      fr: /\bbadges?\b/i,
      de: /abzeichen/i,
      ar: /شار/,
      he: /סיכ/,
    },
  },
  mission: {
    en: /\bmissions?\b/i,
    stems: {
      vi: /nhiệm\svụ/i,
      'zh-Hans': /任务/,
      ja: /ミッション/,
      ko: /미션/,
      th: /ภารกิจ/,
      id: /misi/i,
      es: /misi[oó]n/i,
      fr: /\bmissions?\b/i,
      de: /aufgabe/i,
      ar: /مهم|مهام/,
      he: /משימ/,
    },
  },
  receipt: {
    en: /\breceipts?\b/i,
    stems: {
      vi: /biên nhận/i,
      'zh-Hans': /凭证/,
      ja: /控え/,
      ko: /확인증/,
      th: /ใบยืนยัน|ใบนี้/,
      id: /struk/i,
      es: /recibo/i,
      fr: /reçu/i,
      de: /beleg/i,
      ar: /إيصال/,
      he: /קבל/,
    },
  },
  streak: {
    en: /\bstreak\b/i,
    stems: {
      vi: /chuỗi/i,
      'zh-Hans': /连续|连签|纪录/,
      ja: /連続/,
      ko: /연속/,
      th: /สถิติ/,
      id: /runtunan/i,
      es: /racha/i,
      fr: /série/i,
      de: /serie/i,
      ar: /سلسل/,
      he: /רצף/,
    },
    but: { de: ['why_freeze'] },
  },
};

const files = await readWords();
const english = new Map(
  files.filter(({ locale }) => locale === 'en').map(({ set, words }) => [set, words]),
);

const tongues = locales.filter((locale) => locale !== 'en');

describe.each(Object.entries(terms))('%s', (_, { en, stems, but }) => {
  it.each(tongues)('has one name in %s', (locale) => {
    const named = files
      .filter((file) => file.locale === locale)
      .flatMap(({ set, words }) =>
        Object.entries(words).filter(
          ([key]) =>
            !but?.[locale]?.includes(key) &&
            formsOf(english.get(set)?.[key] ?? '').some((form) => en.test(bare(form))),
        ),
      );
    expect(named.length).toBeGreaterThan(2);
    const otherwise = named.filter(([, phrase]) =>
      formsOf(phrase).some((form) => !stems[locale].test(bare(form))),
    );
    expect(otherwise).toEqual([]);
  });
});

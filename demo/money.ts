/** Dong: whole numbers, no minor unit. Written by hand, so that every Node says it alike. */

/** ICU is not asked: 1234500 is "1.234.500 ₫" in Vietnamese and "₫1,234,500" in English. */
export function formatDong(amount: number, language: 'vi' | 'en'): string {
  const sign = amount < 0 ? '−' : '';
  const digits = String(Math.abs(amount)).replace(
    /\B(?=(\d{3})+$)/g,
    language === 'vi' ? '.' : ',',
  );
  return language === 'vi' ? `${sign}${digits}\u00a0₫` : `${sign}₫${digits}`;
}

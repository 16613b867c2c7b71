/** What this browser tells of itself: some games are for some screens or languages. */
import type { Told } from '../../shared/schema/shopper-api.ts';

export function told(): Told {
  const { userAgent, language } = navigator;
  // Tablets do not say that they are mobile.
  if (userAgent.includes('Mobi')) return { device: 'phone', language };
  const isTouched = matchMedia('(pointer:coarse)').matches;
  return { device: isTouched ? 'tablet' : 'desktop', language };
}

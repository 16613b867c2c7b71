/** The names of countries, as the browser has them. */

/** A country by its name; one of its parts by its country's name and its own code. */
export function regionName(region: string, locale: string): string {
  const [country = region, part] = region.split('-');
  const name = new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country;
  return part === undefined ? name : `${name} (${region})`;
}

/** Where to send a gift: as few fields as a parcel needs. */
import { html, type TemplateResult } from 'lit';
import type { Address } from '../../shared/schema/parcel.ts';
import { keyed, type PlainKey } from '../i18n/words.ts';
import type { Fair } from '../state/fair.ts';
import { fieldOf } from './form.ts';

/**
 * ISO 3166, without those that only shops' back ends would know: what follows each first letter.
 */
const countries = (
  'ADEFGILMORSTUWXZ BABDEFGHIJLMNOQRSTWYZ CADFGHIKLMNORUVWYZ DEJKMOZ ECEGRST FIJKMOR ' +
  'GABDEFGHILMNPQRTUWY HKNRTU IDELMNQRST JEMOP KEGHIMNPRWYZ LABCIKRSTUVY ' +
  'MACDEFGHKLMNOPQRSTUVWXYZ NACEFGILOPRUZ OM PAEFGHKLMRSTWY QA REOSUW ' +
  'SABCDEGHIKLMNORSTVXYZ TCDGHJLMNORTVWZ UAGSYZ VACEGINU WFS YET ZAMW'
)
  .split(' ')
  .flatMap(([first, ...seconds]) => seconds.map((second) => `${first}${second}`));

interface Field {
  readonly name: string;
  readonly label: PlainKey;
  readonly autocomplete: AutoFill;
  readonly needed?: boolean;
  /** A pattern that the server keeps too. */
  readonly pattern?: string;
  readonly max: number;
}

const fields: readonly Field[] = [
  { name: 'name', label: keyed('addressName'), autocomplete: 'name', needed: true, max: 200 },
  {
    name: 'line',
    label: keyed('addressLine'),
    autocomplete: 'address-line1',
    needed: true,
    max: 200,
  },
  { name: 'area', label: keyed('addressArea'), autocomplete: 'address-line2', max: 200 },
  {
    name: 'city',
    label: keyed('addressCity'),
    autocomplete: 'address-level1',
    needed: true,
    max: 200,
  },
  {
    name: 'code',
    label: keyed('addressCode'),
    autocomplete: 'postal-code',
    pattern: '[A-Za-z0-9 \\-]*',
    max: 16,
  },
  {
    name: 'phone',
    label: keyed('addressPhone'),
    autocomplete: 'tel',
    pattern: '\\+?[0-9 \\(\\)\\.\\/\\-]{4,30}',
    max: 31,
  },
];

export function renderAddressForm(fair: Fair, known: Address | null): TemplateResult {
  const values: Readonly<Record<string, string | undefined>> = {
    name: known?.name,
    line: known?.lines[0],
    area: known?.lines.slice(1).join(', '),
    city: known?.city,
    code: known?.postalCode,
    phone: known?.phone,
  };
  return html`
    ${fields.map(
      ({ name, label, autocomplete, needed = false, pattern = '.*', max }) =>
        html`<label
          >${fair.say(label)}
          <input
            name=${name}
            autocomplete=${autocomplete}
            ?required=${needed}
            pattern=${pattern}
            maxlength=${max}
            .value=${values[name] ?? ''}
        /></label>`,
    )}
    <label
      >${fair.say('addressCountry')}
      <select name="country" autocomplete="country">
        ${countriesIn(fair).map(
          ([code, name]) =>
            html`<option value=${code} ?selected=${code === (known?.country ?? homeOf(fair))}>
              ${name}
            </option>`,
        )}
      </select></label
    >
  `;
}

export function addressOf(form: HTMLFormElement): Address {
  const field = (name: string): string => fieldOf(form, name);
  const [area, code, phone] = [field('area'), field('code'), field('phone')];
  return {
    name: field('name'),
    lines: [field('line'), ...(area ? [area] : [])],
    city: field('city'),
    country: field('country'),
    ...(code ? { postalCode: code } : {}),
    ...(phone ? { phone } : {}),
  };
}

/** By their names in the shopper's language. */
function countriesIn({ locale }: Fair): [string, string][] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return countries
    .map((code): [string, string] => [code, names.of(code) ?? code])
    .sort(([, one], [, other]) => one.localeCompare(other, locale));
}

/** Most currencies begin with the code of their country. */
function homeOf({ session, locale }: Fair): string {
  const home = session.ready?.site.currency.slice(0, 2) ?? '';
  if (countries.includes(home)) return home;
  return new Intl.Locale(navigator.language || locale).maximize().region ?? '';
}

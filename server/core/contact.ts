/** One spelling for each e-mail address and telephone number, so that the same person is seen. */

/** Domains that read a name without its dots, and under which name they deliver. */
const dotless: Readonly<Record<string, string>> = {
  'gmail.com': 'gmail.com',
  'googlemail.com': 'gmail.com',
};

/** What sets addresses apart in a line of several, or stands around one: never a part of one. */
const notOfAddress = /[\s"(),:;<>[\\\]]/;

const domains = /^[\p{L}\p{M}\p{N}._-]+\.[\p{L}\p{M}\p{N}_-]+$/u;

/** What nobody sees or no mail can carry, and what turns the text around it. */
const unseen = /[\p{Cf}\p{Cc}\p{Cs}]/u;

/**
 * Lower case, without what follows a plus, and without dots where they mean nothing. Null when it
 * is no address.
 */
export function normalEmail(text: string): string | null {
  const address = text.normalize('NFKC').trim().toLowerCase();
  if (unseen.test(address) || notOfAddress.test(address)) return null;
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1).replace(/\.$/, '')];
  if (at < 1 || local.includes('@') || !domains.test(domain)) return null;
  const untagged = local.replace(/\+.*$/, '');
  const same = dotless[domain];
  const name = same === undefined ? untagged : untagged.replaceAll('.', '');
  return name === '' ? null : `${name}@${same ?? domain}`;
}

/**
 * Digits with the country's calling code in front. A number without one is of the site's country.
 * Null when it is no number.
 */
export function normalPhone(text: string, callingCode: string | null): string | null {
  const written = text.normalize('NFKC').trim().replaceAll('(0)', '');
  const digits = written.replaceAll(/\D/g, '');
  if (digits.length < 6 || digits.length > 20 || /[^\d ()+./-]/.test(written)) return null;
  const code = callingCode ?? '';
  const isAbroad = written.startsWith('+') || digits.startsWith('00');
  const named = written.startsWith('+') ? digits : digits.replace(/^00/, '');
  if (isAbroad) return withoutTrunkZero(named, code);
  if (code === '') return digits;
  if (digits.startsWith('0')) return code + digits.slice(1);
  // Without a plus, but too long to be a number at home.
  const isFull = digits.startsWith(code) && digits.length >= code.length + 8;
  return isFull ? withoutTrunkZero(digits, code) : code + digits;
}

/** +84 0901… is +84 901…: the zero is only dialled at home. */
function withoutTrunkZero(digits: string, code: string): string {
  const isOurs = code !== '' && digits.startsWith(`${code}0`);
  return isOurs ? code + digits.slice(code.length + 1) : digits;
}

/** The page where anybody checks any receipt, with nothing but their browser. */
import { isRightToLeft, localeFor, type Locale } from '../../shared/words/locales.ts';
import { words as english, type VerifyWords } from '../../shared/words/verify/en.ts';
import type { Seen } from '../../shared/verify.ts';
import { browserHashes } from '../state/check.ts';
import { readReceipt } from './read-receipt.ts';
import { proofSteps, type Step } from './steps.ts';
import { languageChoices, localeWanted, wordsIn } from './words.ts';

const form = element('form', HTMLFormElement);
const field = element('receipt', HTMLTextAreaElement);
const language = element('language', HTMLSelectElement);
const result = element('result', HTMLElement);

let words: VerifyWords = english;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void check();
});
language.addEventListener('change', () => void handleLanguage());
addEventListener('hashchange', takeAddress);
await speak(localeWanted(location.search, navigator.languages));
takeAddress();

/** The address keeps the choice, for whoever it is passed on to. */
async function handleLanguage(): Promise<void> {
  const locale = localeFor(language.value) ?? 'en';
  history.replaceState(null, '', `?lang=${locale}${location.hash}`);
  await speak(locale);
  if (!result.hidden) await check();
}

async function speak(wanted: Locale): Promise<void> {
  const spoken = await wordsIn(wanted);
  ({ words } = spoken);
  const page = document.documentElement;
  page.lang = spoken.locale;
  page.dir = isRightToLeft(spoken.locale) ? 'rtl' : 'ltr';
  document.title = `${words.title} · Fairground`;
  language.replaceChildren(...languageChoices(spoken.locale));
  for (const told of document.querySelectorAll<HTMLElement>('[data-say]')) {
    const key = told.dataset['say'];
    if (isKey(key)) told.textContent = words[key];
  }
}

function isKey(key: string | undefined): key is keyof VerifyWords {
  return key !== undefined && Object.hasOwn(english, key);
}

/** A link brings its receipt behind `#`, which browsers never send to a server. */
function takeAddress(): void {
  if (location.hash.length < 2) return;
  const receipt = readReceipt(location.hash);
  field.value = receipt ? JSON.stringify(receipt, null, 2) : location.hash.slice(1);
  void check();
}

async function check(): Promise<void> {
  const receipt = readReceipt(field.value);
  if (!receipt) return show(words.noReceipt, words.noReceiptHint, []);
  const hashes = browserHashes();
  if (!hashes) return show(words.notHere, words.notHereHint, []);
  const steps = await proofSteps(receipt, hashes, words, seen()).catch(() => undefined);
  if (!steps) return show(words.noDraw, words.noDrawHint, []);
  if (steps.every(({ ok }) => ok)) show(words.allHolds, words.allHoldsHint, steps);
  else show(words.notAll, words.notAllHint, steps);
}

function seen(): Seen | undefined {
  const commitment = element('seen-commitment', HTMLInputElement).value.trim().toLowerCase();
  const clientSeed = element('seen-seed', HTMLInputElement).value.trim().toLowerCase();
  return commitment && clientSeed ? { commitment, clientSeed } : undefined;
}

function show(title: string, text: string, steps: readonly Step[]): void {
  const holds = steps.length > 0 && steps.every(({ ok }) => ok);
  result.classList.toggle('fails', !holds);
  element('verdict', HTMLElement).textContent = title;
  element('summary', HTMLElement).textContent = text;
  element('steps', HTMLElement).replaceChildren(...steps.map(stepItem));
  result.hidden = false;
  result.scrollIntoView({ block: 'nearest' });
}

function stepItem({ ok, title, why, bytes }: Step): HTMLElement {
  const item = make('li', ok ? 'holds' : 'fails');
  const heading = make('h3');
  heading.append(make('span', '', ok ? `✓ ${words.holds}` : `✕ ${words.fails}`), title);
  const list = make('dl');
  for (const [label, text] of bytes) {
    const value = make('dd');
    const code = make('code', '', text);
    code.dir = 'ltr';
    value.append(code);
    list.append(make('dt', '', label), value);
  }
  item.append(heading, make('p', '', why), list);
  return item;
}

function make(name: string, className = '', text = ''): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`no #${id} on the page`);
  return found;
}

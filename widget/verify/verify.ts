/** The page where anybody checks any receipt, with nothing but their browser. */
import { isRightToLeft, localeFor, type Locale } from '../../shared/words/locales.ts';
import type { Receipt } from '../../shared/draw.ts';
import { words as english, type VerifyWords } from '../../shared/words/verify/en.ts';
import type { Seen } from '../../shared/verify.ts';
import { browserHashes } from '../state/check.ts';
import { make, makeCode } from './make.ts';
import { oddsTable } from './odds.ts';
import { readReceipt } from './read-receipt.ts';
import { proofSteps, type Step } from './steps.ts';
import { languageChoices, localeWanted, wordsIn, type Spoken } from './words.ts';

const form = element('form', HTMLFormElement);
const field = element('receipt', HTMLTextAreaElement);
const language = element('language', HTMLSelectElement);
const result = element('result', HTMLElement);

let spoken: Spoken = { locale: 'en', words: english };

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void handleSubmit();
});
language.addEventListener('change', () => void handleLanguage());
addEventListener('hashchange', takeAddress);
await speak(localeWanted(location.search, navigator.languages));
takeAddress();

/** Whoever reads with ears or keys goes on at the verdict. */
async function handleSubmit(): Promise<void> {
  await check();
  result.focus();
}

/** The address keeps the choice, for whoever it is passed on to. */
async function handleLanguage(): Promise<void> {
  const locale = localeFor(language.value) ?? 'en';
  history.replaceState(null, '', `?${locale}${location.hash}`);
  await speak(locale);
  if (!result.hidden) await check();
}

async function speak(wanted: Locale): Promise<void> {
  spoken = await wordsIn(wanted);
  const { words } = spoken;
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
  const { words } = spoken;
  const receipt = readReceipt(field.value);
  if (!receipt) return show(words.noReceipt, words.noReceiptHint);
  const hashes = browserHashes();
  if (!hashes) return show(words.notHere, words.notHereHint);
  const steps = await proofSteps(receipt, hashes, spoken, seen()).catch(() => undefined);
  if (!steps) return show(words.noDraw, words.noDrawHint);
  const items = steps.map((step) => stepItem(step, receipt));
  const holds = steps.every(({ ok }) => ok);
  if (holds) show(words.allHolds, words.allHoldsHint, items);
  else show(words.notAll, words.notAllHint, items);
  result.classList.toggle('fails', !holds);
}

function seen(): Seen | undefined {
  const commitment = element('seen-commitment', HTMLInputElement).value.trim().toLowerCase();
  const clientSeed = element('seen-seed', HTMLInputElement).value.trim().toLowerCase();
  return commitment && clientSeed ? { commitment, clientSeed } : undefined;
}

/** Without steps nothing could be checked. */
function show(title: string, text: string, steps: readonly HTMLElement[] = []): void {
  result.classList.add('fails');
  element('verdict', HTMLElement).textContent = title;
  element('summary', HTMLElement).textContent = text;
  element('steps', HTMLElement).replaceChildren(...steps);
  result.hidden = false;
  result.scrollIntoView({ block: 'nearest' });
}

function stepItem(step: Step, receipt: Receipt): HTMLElement {
  const { words } = spoken;
  const item = make('li', step.ok ? 'holds' : 'fails');
  const heading = make('h3');
  heading.append(make('span', '', step.ok ? `✓ ${words.holds}` : `✕ ${words.fails}`), step.title);
  item.append(heading, make('p', '', step.why));
  if (step.name === 'drawn') item.append(oddsTable(receipt, spoken));
  item.append(bytesOf(step));
  return item;
}

/** Folded, but open where something does not hold. */
function bytesOf({ ok, how, bytes }: Step): HTMLElement {
  const folded = document.createElement('details');
  folded.open = !ok;
  folded.append(make('summary', '', spoken.words.bytes));
  if (how !== undefined) folded.append(make('p', '', how));
  const list = make('dl');
  for (const [label, text] of bytes) {
    const value = make('dd');
    value.append(makeCode(text));
    list.append(make('dt', '', label), value);
  }
  folded.append(list);
  return folded;
}

function element<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`no #${id} on the page`);
  return found;
}

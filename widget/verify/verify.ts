/** The page where anybody checks any receipt, with nothing but their browser. */
import { browserHashes } from '../state/check.ts';
import type { Seen } from '../../shared/verify.ts';
import { readReceipt } from './read-receipt.ts';
import { proofSteps, type Step } from './steps.ts';

const form = element('form', HTMLFormElement);
const field = element('receipt', HTMLTextAreaElement);
const result = element('result', HTMLElement);

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void check();
});
addEventListener('hashchange', takeAddress);
takeAddress();

/** A link brings its receipt behind `#`, which browsers never send to a server. */
function takeAddress(): void {
  if (location.hash.length < 2) return;
  const receipt = readReceipt(location.hash);
  field.value = receipt ? JSON.stringify(receipt, null, 2) : location.hash.slice(1);
  void check();
}

async function check(): Promise<void> {
  const receipt = readReceipt(field.value);
  if (!receipt) {
    return show('This is not a receipt', 'Paste all of it: it starts with { and ends with }.', []);
  }
  const hashes = browserHashes();
  if (!hashes) {
    return show(
      'Not checked here',
      'This page needs a secure address (https) to compute SHA-256.',
      [],
    );
  }
  const steps = await proofSteps(receipt, hashes, seen()).catch(() => undefined);
  if (!steps) return show('This receipt cannot be computed', 'Its numbers make no draw.', []);
  const failed = steps.filter(({ ok }) => !ok).length;
  show(
    failed === 0 ? 'Everything holds' : 'This receipt does not hold',
    failed === 0
      ? 'Your browser computed each step below and found what the receipt says.'
      : 'At least one step below gives something other than what the receipt says.',
    steps,
  );
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
  heading.append(make('span', '', ok ? '✓ Holds' : '✕ Does not hold'), title);
  const list = make('dl');
  for (const [label, text] of bytes) {
    const value = make('dd');
    value.append(make('code', '', text));
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

/** All that comes after the push: the play itself, the brake, and what lies on the counter. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Refusal } from '../../shared/refusals.ts';
import { createFormats, type Formats, type FormatsSite } from '../i18n/formats.ts';
import { loadWords } from '../i18n/load-words.ts';
import { ownWords } from '../i18n/own-words.ts';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import type { Fair } from '../state/fair.ts';
import { identify } from '../state/account.ts';
import { attachArrival } from '../state/arrival.ts';
import { pendingReferral } from '../state/pending.ts';
import { Plays, type Settled } from '../state/plays.ts';
import { sleep } from '../state/sleep.ts';
import { FairgroundContact } from './contact.ts';
import { FairgroundEarned } from './earned.ts';
import { FairgroundMark } from './mark.ts';
import { renderResult } from './result.ts';
import { mendContrast } from '../styles/contrast.ts';
import { roll } from './roll.ts';
import { spin } from '../games/wheel-spin.ts';
import type { FairgroundWheel } from '../games/wheel.ts';
import { angleOf } from '../games/wheel-rest.ts';
import { askToState } from '../games/statement.ts';
import { define } from '../state/define.ts';
import { defineInline, makeStall, openStalls } from './stalls.ts';
import { FairgroundTicket } from './ticket.ts';
import { FairgroundTokens } from './tokens.ts';
import { FairgroundWallet } from './wallet.ts';

export interface More {
  readonly formats: Formats;
  /** The same in another language, with the plays that are under way. */
  inLanguage(site: FormatsSite): Promise<More>;
  refusal(refusal: Refusal): string;
  readonly plays: Plays;
  readonly identify: typeof identify;
  readonly angleOf: typeof angleOf;
  /** Plays on a wheel that was pushed, or that `push` turns once it may. */
  spin(wheel: FairgroundWheel, gameId: string, push: () => void): Promise<void>;
  readonly roll: typeof roll;
  /** Makes the colours that a page gave to one of our outermost elements readable. */
  readonly mend: typeof mendContrast;
  /** Of what is within one of our elements: their names. */
  readonly parts: string;
  result(fair: Fair, settled: Settled, isEarlier: boolean): TemplateResult;
  /** What would lift a refusal: at a network's limit a contact, then `again`. */
  remedy(fair: Fair, refusal: Refusal, again: () => void): TemplateResult | typeof nothing;
}

/** All that there are. A name that an element does not have harms nobody. */
const exportedParts =
  'wheel,spin,tokens,mark,paper,stub,ticket,foil,box,question,sheet,card,board,signpost';

/** Each `Intl` of a ticket is half a long task: made while the wheel turns, one at a time. */
async function prepare({ number, money, day }: Formats): Promise<void> {
  for (const write of [number, money, day]) {
    await sleep();
    write(1_000);
  }
}

/** Of the views beside the wheel: by way of here, so that all comes in one file with one table. */
export const stalls = { defineInline, makeStall, openStalls };

export async function createMore(fair: Fair, site: FormatsSite): Promise<More> {
  const { session, words } = fair;
  words.add(await loadWords('more', words.locale));
  words.add(await ownWords(session.ready?.words ?? {}), true);
  const formats = createFormats({ ...site, locale: fair.locale }, words);
  words.write = formats.number;
  await sleep();
  void prepare(formats);
  if (session.keep.get(pendingReferral)) void attachArrival(session);
  define('fairground-ticket', FairgroundTicket);
  define('fairground-tokens', FairgroundTokens);
  define('fairground-earned', FairgroundEarned);
  define('fairground-mark', FairgroundMark);
  define('fairground-wallet', FairgroundWallet);
  // What a prize or a network's limit may ask for.
  define('fairground-contact', FairgroundContact);
  const more: More = {
    formats,
    inLanguage: (next) => createMore(fair, next),
    refusal(refusal) {
      const { nextAt } = refusal;
      return refusalSentence(
        words,
        refusal,
        nextAt === undefined ? undefined : formats.when(nextAt),
      );
    },
    plays: fair.more?.plays ?? new Plays(session, (game) => askToState(fair, game)),
    identify,
    angleOf,
    spin: (wheel, gameId, push) => spin({ fair, more, wheel }, gameId, push),
    mend: mendContrast,
    parts: exportedParts,
    roll,
    result: renderResult,
    remedy(of, { contact }, again) {
      if (!contact) return nothing;
      return html`<fairground-contact
        .fair=${of}
        .ask=${contact}
        @fairground-contact-left=${again}
      ></fairground-contact>`;
    },
  };
  return more;
}

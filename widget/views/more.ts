/** All that comes after the push: the play itself, the brake, and what lies on the counter. */
import type { TemplateResult } from 'lit';
import type { Refusal } from '../../shared/refusals.ts';
import { enMore, type MoreWords } from '../i18n/en-more.ts';
import { createFormats, type Formats, type FormatsSite } from '../i18n/formats.ts';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import type { Fair } from '../state/fair.ts';
import { identify } from '../state/account.ts';
import { Plays, type Settled } from '../state/plays.ts';
import type { Session } from '../state/session.ts';
import { FairPlay } from './fair-play.ts';
import { FairgroundMark } from './mark.ts';
import { renderResult } from './result.ts';
import { blink, giveUp, restAt } from '../games/wheel-brake.ts';
import { angleOf } from '../games/wheel-rest.ts';
import { FairgroundTicket } from './ticket.ts';
import { FairgroundTokens } from './tokens.ts';
import { FairgroundWallet } from './wallet.ts';

export interface More {
  readonly words: MoreWords;
  readonly formats: Formats;
  refusal(refusal: Refusal): string;
  readonly plays: Plays;
  readonly identify: typeof identify;
  readonly angleOf: typeof angleOf;
  readonly restAt: typeof restAt;
  readonly giveUp: typeof giveUp;
  readonly blink: typeof blink;
  result(fair: Fair, settled: Settled, isEarlier: boolean): TemplateResult;
}

export async function createMore(session: Session, site: FormatsSite): Promise<More> {
  const words = await loadMoreWords(site.locale);
  const formats = createFormats(site, words);
  define('fairground-ticket', FairgroundTicket);
  define('fairground-tokens', FairgroundTokens);
  define('fairground-mark', FairgroundMark);
  define('fairground-wallet', FairgroundWallet);
  define('fairground-fair-play', FairPlay);
  return {
    words,
    formats,
    refusal(refusal) {
      const { nextAt } = refusal;
      return refusalSentence(
        words,
        refusal,
        nextAt === undefined ? undefined : formats.when(nextAt),
      );
    },
    plays: new Plays(session),
    identify,
    angleOf,
    restAt,
    giveUp,
    blink,
    result: renderResult,
  };
}

async function loadMoreWords(locale: string): Promise<MoreWords> {
  if (!locale.startsWith('vi')) return enMore;
  return (await import('../i18n/vi-more.ts')).viMore;
}

function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}

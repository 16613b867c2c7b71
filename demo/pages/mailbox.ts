/** Where a visitor of the demo finds the mails that a real shop would have sent. */
import type { PageParts, View } from './layout.ts';
import { html, type Html } from '../html.ts';

/** A mail that went out to nowhere but here. */
export interface DemoMail {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The code that a mail brings. */
const sixDigits = /\b(\d{6})\b/;

/** The newest first. */
export function mailboxPage({ say, language }: View, mails: readonly DemoMail[]): PageParts {
  const body = html`<h1 class="page-title">${say('mailbox')}</h1>
    <div class="mailbox">
      <p>${say('mailboxText')}</p>
      ${mails.length === 0 && html`<p class="mail quiet-text">${say('mailboxEmpty')}</p>`}
      ${mails.map(
        ({ at, to, subject, text }) =>
          html`<article class="mail">
            <h2>${subject}</h2>
            <p class="quiet-text">
              ${to} ·
              ${new Date(at).toLocaleTimeString(language, {
                timeZone: 'Asia/Ho_Chi_Minh',
                timeStyle: 'short',
              })}
            </p>
            <p>${text.split(sixDigits).map(withCode)}</p>
          </article>`,
      )}
    </div>`;
  return { title: `${say('mailbox')} · Hiên`, body };
}

function withCode(part: string): string | Html {
  return sixDigits.test(part) ? html`<strong class="mail-code">${part}</strong>` : part;
}

/** Where a visitor of the demo finds the mails that a real shop would have sent. */
import type { PageParts, View } from './layout.ts';
import { html } from '../html.ts';

/** A mail that went out to nowhere but here. */
export interface DemoMail {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The newest first. */
export function mailboxPage({ say, language }: View, mails: readonly DemoMail[]): PageParts {
  const body = html`<h1 class="page-title">${say('mailbox')}</h1>
    <p>${say('mailboxText')}</p>
    ${mails.length === 0 && html`<p class="quiet-text">${say('mailboxEmpty')}</p>`}
    <ul class="orders">
      ${mails.map(
        ({ at, to, subject, text }) =>
          html`<li>
            <p><strong>${subject}</strong></p>
            <p class="quiet-text">
              ${to} · ${new Date(at).toLocaleTimeString(language, { timeZone: 'Asia/Ho_Chi_Minh' })}
            </p>
            <p>${text}</p>
          </li>`,
      )}
    </ul>`;
  return { title: `${say('mailbox')} · Hiên`, body };
}

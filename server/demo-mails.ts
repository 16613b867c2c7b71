/** Keeps mails where no SMTP server is named, for the demo shop's page of them. */
import { limits } from '../shared/limits.ts';
import type { Mail, Mailer } from './flow/mail.ts';

/** The demo shows what would have gone out; a shop of one's own sets SMTP_URL. */
export class DemoMails implements Mailer {
  readonly #mails: (Mail & { readonly at: number })[] = [];

  async send(mail: Mail): Promise<void> {
    this.#mails.unshift({ ...mail, at: Date.now() });
    this.#mails.splice(limits.mailsKeptForDemoMax);
  }

  newest(): readonly (Mail & { readonly at: number })[] {
    return this.#mails;
  }
}

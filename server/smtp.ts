/** Hands mails over to an SMTP server. */
import { createTransport } from 'nodemailer';
import type { Mailer } from './flow/mail.ts';

export interface SmtpSettings {
  /** Such as `smtps://user:password@mail.example`. */
  readonly url: string;
  /** Whom mails come from, such as `Shop <hello@shop.example>`. */
  readonly from: string;
}

export function openSmtp({ url, from }: SmtpSettings): Mailer & { close(): void } {
  const transport = createTransport(url, { from });
  return {
    async send(mail) {
      await transport.sendMail(mail);
    },
    close: () => transport.close(),
  };
}

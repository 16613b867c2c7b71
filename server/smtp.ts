/** Hands mails over to an SMTP server. */
import { createTransport } from 'nodemailer';
import { limits } from '../shared/limits.ts';
import type { Mailer } from './flow/mail.ts';

export interface SmtpSettings {
  /** Such as `smtps://user:password@mail.example`. */
  readonly url: string;
  /** Whom mails come from, such as `Shop <hello@shop.example>`. */
  readonly from: string;
}

/** A server that says nothing for so long is given up, so that no lease and no end waits for it. */
export function openSmtp(
  { url, from }: SmtpSettings,
  timeoutMs: number = limits.mailTimeoutMs,
): Mailer & { close(): void } {
  const timeouts = ['connectionTimeout', 'greetingTimeout', 'socketTimeout']
    .filter((name) => !url.includes(`${name}=`))
    .map((name) => `${name}=${timeoutMs}`);
  const address = `${url}${url.includes('?') ? '&' : '?'}${timeouts.join('&')}`;
  const transport = createTransport(address, { from });
  return {
    async send(mail) {
      await transport.sendMail(mail);
    },
    close: () => transport.close(),
  };
}

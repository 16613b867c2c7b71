/**
 * Mails go out after the commit that queued them, at least once: what the other side may have taken
 * before a crash has the same Message-ID when it comes again. Each is put off before it is sent, so
 * that where the database fails afterwards nobody gets it again and again.
 */
import { limits } from '../../shared/limits.ts';
import { localeFor } from '../../shared/words/locales.ts';
import { codeOfMail } from '../core/lead.ts';
import {
  endMail,
  mailsWaiting,
  postponeMail,
  waitingMailRow,
  type WaitingMail,
} from '../store/sql/lead.ts';
import type { Script, Write } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { takeLease, underLease, type Shift } from './lease.ts';
import { mailWords } from './mail-words.ts';
import { currentProgramme } from './programmes.ts';

export interface Mail {
  /** The same each time that it is sent. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /** Rejects when it could not be handed over: it is tried again. */
  send(mail: Mail): Promise<void>;
}

/** Sends what waits. Answers how many were handed over; 0 while another process does it. */
export async function sendMails(deps: Deps, mailer: Mailer, shift: Shift): Promise<number> {
  const [waiting] = await deps.store.read([mailsWaiting(deps.clock(), limits.mailsPerPassMax)]);
  if (!waiting || waiting.length === 0) return 0;
  const { owner } = shift;
  const terms = { name: 'mail', owner, ttlMs: limits.mailLeaseMs };
  const lease = await takeLease(deps.store, terms);
  if (!lease) return 0;
  let sent = 0;
  for (const mail of waiting.map(waitingMailRow)) {
    if (shift.isStopping()) break;
    // A pass takes minutes where the other side is slow, and is nobody else's meanwhile.
    if ((await takeLease(deps.store, terms))?.token !== lease.token) break;
    const write = (one: Write): Promise<void> =>
      deps.store.run(() => underLease(lease, writing(one)));
    const now = deps.clock();
    if (mail.expiresAt <= now) {
      await write(endMail(mail, 'failed'));
      continue;
    }
    await write(postponeMail(mail, now + limits.mailRetryMs * (mail.attempts + 1)));
    try {
      await mailer.send(await composed(deps, mail));
    } catch (error) {
      shift.report('a mail could not be handed over', error);
      continue;
    }
    sent += 1;
    await write(endMail(mail, 'sent'));
  }
  return sent;
}

function* writing(write: Write): Script<void> {
  yield { kind: 'write', writes: [write] };
}

async function composed(deps: Deps, { siteId, id, to, locale }: WaitingMail): Promise<Mail> {
  const programme = await currentProgramme(deps, siteId);
  const { name, locale: own } = programme?.site ?? { name: siteId, locale: 'en' };
  const words = mailWords[locale ?? localeFor(own) ?? 'en'];
  const code = codeOfMail(deps.drawKey, siteId, id);
  return {
    messageId: `<${id}@${siteId}.fairground>`,
    to,
    ...words({ code, shop: name, minutes: limits.codeTtlMinutes }),
  };
}

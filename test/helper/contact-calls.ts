/** What a shopper sends to leave and confirm a contact, in a line each. */
import { confirmContact, leaveContact } from '../../server/flow/contact.ts';
import type { Deps } from '../../server/flow/deps.ts';
import type { Result } from '../../shared/refusals.ts';
import type { ConfirmContactReply, LeaveContactReply } from '../../shared/schema/contact-api.ts';
import type { Locale } from '../../shared/words/locales.ts';
import { siteId } from './programme.ts';
import { newId } from './shopping.ts';

interface Left {
  readonly commandId?: string;
  readonly shopperId: string;
  readonly voucherId?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly consent?: string | null;
  readonly locale?: Locale | null;
}

export function leave(deps: Deps, call: Left): Promise<Result<LeaveContactReply>> {
  const { shopperId, commandId = newId(), ...left } = call;
  const hashOf = (site: string, contact: string): string => `${site} ${contact}`;
  const input = { consent: null, locale: null, ...left, commandId };
  return leaveContact(deps, { siteId, shopperId }, input, hashOf);
}

interface Tried {
  readonly commandId?: string;
  readonly shopperId: string;
  readonly code: string;
}

export function confirm(deps: Deps, call: Tried): Promise<Result<ConfirmContactReply>> {
  const { shopperId, code, commandId = newId() } = call;
  return confirmContact(deps, { kind: 'confirm_contact', siteId, commandId, shopperId, code });
}

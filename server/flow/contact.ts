/** A shopper leaves a contact for a prize or at a network's limit, and confirms it by a code. */
import type { ShopperId, SiteId } from '../../shared/ids.ts';
import { ok, refuse, type Result } from '../../shared/refusals.ts';
import type {
  ConfirmContactReply,
  ContactAsk,
  LeaveContactInput,
  LeaveContactReply,
} from '../../shared/schema/contact-api.ts';
import type { ConfirmContactCommand } from '../core/command.ts';
import { normalEmail, normalPhone } from '../core/contact.ts';
import { contactAtLimit, decideConfirmContact, decideLeaveContact } from '../core/lead.ts';
import { leadRow, leadsOf } from '../store/sql/lead.ts';
import { planConfirmContact, planLeaveContact } from '../store/sql/plans-lead.ts';
import { settle, type Deps } from './deps.ts';
import { currentProgramme } from './programmes.ts';

interface Whose {
  readonly siteId: SiteId;
  readonly shopperId: ShopperId;
}

/** `hashOf` is keyed and of the site: nobody can try contacts against what is stored. */
export async function leaveContact(
  deps: Deps,
  { siteId, shopperId }: Whose,
  { commandId, email, phone, consent, voucherId, locale }: LeaveContactInput,
  hashOf: (siteId: SiteId, contact: string) => string,
): Promise<Result<LeaveContactReply>> {
  const programme = await currentProgramme(deps, siteId);
  if (!programme) return refuse('site_not_found');
  const of = email === undefined ? 'phone' : 'email';
  const written = email ?? phone ?? '';
  const callingCode = programme.document.referral?.callingCode ?? null;
  const normal = of === 'email' ? normalEmail(written) : normalPhone(written, callingCode);
  if (normal === null) {
    const message = of === 'email' ? 'an e-mail address' : 'a telephone number';
    return refuse('bad_request', { issues: [{ path: of, message }] });
  }
  const hash = hashOf(siteId, `${of}:${normal}`);
  // In the characters that were looked at: no other spelling is ever written to.
  const contact = written.normalize('NFKC').trim();
  const mechanic = { plan: planLeaveContact, decide: decideLeaveContact };
  return settle(deps, mechanic, {
    kind: 'leave_contact',
    siteId,
    shopperId,
    commandId,
    voucherId: voucherId ?? null,
    of,
    contact,
    hash,
    consent,
    locale,
  });
}

/** A code that does not count was counted, and is refused. */
export async function confirmContact(
  deps: Deps,
  command: ConfirmContactCommand,
): Promise<Result<ConfirmContactReply>> {
  const mechanic = { plan: planConfirmContact, decide: decideConfirmContact };
  const settled = await settle(deps, mechanic, command);
  if (!settled.ok) return settled;
  const { wrong, shown, attemptsLeft } = settled.value;
  if (wrong !== null) return refuse(wrong, { detail: `${attemptsLeft} attempts are left` });
  return ok({ kind: 'email', shown, confirmed: true });
}

/** What lifts a network's limit for a shopper: the contact that they confirmed, or one to leave. */
export async function liftOfLimit(
  deps: Deps,
  siteId: SiteId,
  shopperId: ShopperId,
): Promise<{ readonly hash: string | null; readonly ask: ContactAsk | null }> {
  const programme = await currentProgramme(deps, siteId);
  if (!programme?.site.care.contactAtLimit) return { hash: null, ask: null };
  const [rows] = await deps.store.read([leadsOf(siteId, shopperId)]);
  const confirmed = (rows ?? []).map(leadRow).find(({ confirmedAt }) => confirmedAt !== null);
  return { hash: confirmed?.hash ?? null, ask: contactAtLimit };
}

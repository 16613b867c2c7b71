/** Taking a voucher: its stub is torn off. */
import type { ClaimReply } from '../../shared/schema/shopper-api.ts';
import type { Answer } from '../api.ts';
import { newCommandId } from './pending.ts';
import { persist } from './persist.ts';
import type { Session } from './session.ts';
import { takeWallet } from './wallet.ts';

/** The id of each claim on its way, so that asking again is the same command. */
const commandIds = new Map<string, string>();

export async function claim(session: Session, voucherId: string): Promise<Answer<ClaimReply>> {
  const commandId = commandIds.get(voucherId) ?? newCommandId();
  commandIds.set(voucherId, commandId);
  const answer = await persist(session, () => session.api.claim.mutate({ commandId, voucherId }));
  if (answer.kind !== 'lost') commandIds.delete(voucherId);
  if (answer.kind === 'value') await takeWallet(session, answer.value.wallet);
  return answer;
}

/** Taking a voucher: its stub is torn off. */
import type { ClaimReply } from '../../shared/schema/shopper-api.ts';
import type { Answer } from '../api.ts';
import type { Session } from './session.ts';
import { takeWallet } from './wallet.ts';
import { Wishes } from './wishes.ts';

const wishes = new Wishes();

export async function claim(session: Session, voucherId: string): Promise<Answer<ClaimReply>> {
  const answer = await wishes.send(session, 'claim', { voucherId });
  if (answer.kind === 'value') await takeWallet(session, answer.value.wallet);
  return answer;
}

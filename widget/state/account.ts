/** Who the shopper is, on the shop's word. Rare, so it comes on demand. */
import type { StartReply } from '../../shared/schema/shopper-api.ts';
import type { Answer } from '../api.ts';
import { randomHex } from './pending.ts';
import type { Session } from './session.ts';

/** Exchanges the JWT signed by the shop's back end for a shopper. */
export async function identify(session: Session, token: string): Promise<Answer<StartReply>> {
  const { siteId } = session;
  // Else the answer to a start under way would undo this.
  if (session.state.status === 'starting') await session.start();
  const commandId = randomHex(16);
  const answer = await session.persist(() =>
    session.api.identify.mutate({ commandId, siteId, token }),
  );
  if (answer.kind === 'value') {
    session.keep.set('token', answer.value.token);
    session.take(answer.value);
  }
  return answer;
}

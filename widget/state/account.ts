/** Who the shopper is, on the shop's word.  */
import type { StartReply } from '../../shared/schema/shopper-api.ts';
import type { Answer } from '../api.ts';
import { newCommandId } from './pending.ts';
import { persist } from './persist.ts';
import type { Session } from './session.ts';

/** Exchanges the JWT signed by the shop's back end for a shopper. */
export async function identify(session: Session, token: string): Promise<Answer<StartReply>> {
  const { siteId, era } = session;
  const commandId = newCommandId();
  const answer = await persist(session, () =>
    session.api.identify.mutate({ commandId, siteId, token, ...session.shown() }),
  );
  // Who signed out meanwhile stays signed out.
  if (answer.kind === 'value' && era === session.era) {
    session.keep.set('token', answer.value.token);
    session.take(answer.value);
  } else if (answer.kind === 'refused') {
    const { code, detail } = answer.refusal;
    session.odd.add(`token: ${detail ?? code}`);
  }
  return answer;
}

/** Whoever came by a friend's link is attached to that friend, once, without being asked. */
import { newCommandId, pendingReferral } from './pending.ts';
import { persist } from './persist.ts';
import type { Session } from './session.ts';

export async function attachArrival(session: Session): Promise<void> {
  const { keep, api } = session;
  const code = keep.get(pendingReferral);
  if (!code || !session.ready) return;
  // The friend must be known again when they order: their token is kept from here on.
  if (session.token) keep.set('token', session.token);
  const commandId = newCommandId();
  const answer = await persist(session, () => api.attachReferral.mutate({ commandId, code }));
  // Refused for good: an old guest, their own code. The view says so to whoever types one.
  if (answer.kind !== 'lost') keep.remove(pendingReferral);
}

/** Everything that the fair tells of a shopper, as one document for them to keep. */
import type { HistoryLine, HistoryPlace } from '../../shared/schema/history-api.ts';
import type { PlayView } from '../../shared/schema/shopper-api.ts';
import type { Session } from './session.ts';

/** Far more than anybody has; a document must end somewhere. */
const pagesMax = 60;

/** Rejects when a part of it cannot be fetched: half of it would look like all of it. */
export async function collectData(session: Session): Promise<object> {
  const { siteId, ready, api } = session;
  const [personal, wallet, rewards, plays, points] = await Promise.all([
    api.personalData.query({ siteId }),
    api.wallet.query({ siteId }),
    api.rewards.query({ siteId }),
    allPlays(session),
    allLines(session),
  ]);
  const { parcels, referral, badges, missions, checkIns, quizzes } = rewards;
  const own = { parcels, referral, badges, missions, checkIns, quizzes, balances: rewards.points };
  return {
    site: ready?.site.name,
    shopper: ready?.shopper,
    personal,
    wallet,
    ...own,
    points,
    plays,
  };
}

async function allPlays({ api, siteId }: Session): Promise<PlayView[]> {
  const all: PlayView[] = [];
  for (let page = 0; page < pagesMax; page += 1) {
    const before = all.at(-1)?.playId;
    const { plays } = await api.plays.query({ siteId, ...(before ? { before } : {}) });
    if (plays.length === 0) break;
    all.push(...plays);
  }
  return all;
}

async function allLines({ api, siteId }: Session): Promise<HistoryLine[]> {
  const all: HistoryLine[] = [];
  let before: HistoryPlace | null = null;
  for (let page = 0; page < pagesMax; page += 1) {
    const place: { before?: HistoryPlace } = before ? { before } : {};
    const { lines, next } = await api.history.query({ siteId, ...place });
    all.push(...lines);
    before = next;
    if (!next) break;
  }
  return all;
}

/** Signing in: counts are added up, and no limit starts anew. */
import { describe, expect, it } from 'vitest';
import type { IdentifyFacts, Shopper, Stream } from '../../server/core/facts.ts';
import { decideIdentify } from '../../server/core/identify.ts';
import type { IdentifyCommand } from '../../server/core/command.ts';
import { now, playFacts, progressWith, shopperWith, stampAt, streamWith } from '../helper/facts.ts';
import { siteId } from '../helper/programme.ts';
import { customer } from '../helper/shopping.ts';

const command: IdentifyCommand = {
  kind: 'identify',
  siteId,
  commandId: 'command-0123456789',
  customer: customer('anna'),
  anonymousId: 'anna',
  tokenId: 'token-1',
  tokenExpiresAt: now + 60_000,
};

describe('the streams of both', () => {
  it.each<[string, Partial<Stream>, Partial<Stream>, Partial<Stream>]>([
    [
      'of one day and campaign are added up',
      { playsDay: 1, playsCampaign: 2, playsEver: 3, freePlays: 1 },
      { playsDay: 10, playsCampaign: 20, playsEver: 30, freePlays: 2 },
      { playsDay: 11, playsCampaign: 22, playsEver: 33, freePlays: 3, epoch: 0, index: 4 },
    ],
    [
      "keep today's plays, not yesterday's",
      { day: '2026-11-30', playsDay: 5, playsEver: 5 },
      { playsDay: 1, playsEver: 1 },
      { day: '2026-12-01', playsDay: 1, playsEver: 6 },
    ],
    [
      'keep the later day on whichever side it is',
      { playsDay: 1, playsEver: 1 },
      { day: '2026-11-30', playsDay: 5, playsEver: 5 },
      { day: '2026-12-01', playsDay: 1, playsEver: 6 },
    ],
    [
      "do not add another campaign's plays to this one's",
      { playsCampaign: 1, playsEver: 1 },
      { campaignId: 'old', playsCampaign: 5, playsEver: 5 },
      { campaignId: 'always', playsCampaign: 1, playsEver: 6 },
    ],
    [
      'keep the plays of the campaign that runs, though the customer last played in an old one',
      { campaignId: 'old', playsCampaign: 5, playsEver: 5 },
      { playsCampaign: 3, playsEver: 3 },
      { campaignId: 'always', playsCampaign: 3, playsEver: 8 },
    ],
  ])('%s', (_what, own, ended, merged) => {
    expect(merge({ streams: [streamWith(own)] }, [streamWith(ended)])).toMatchObject([merged]);
  });

  it('the anonymous draws end: a game new to the customer begins with the first draw', () => {
    const ended = streamWith({ index: 9, playsEver: 10 });
    expect(merge({}, [ended])).toMatchObject([{ epoch: -1, index: -1, playsEver: 10 }]);
  });
});

describe('who is merged', () => {
  it.each<[string, Partial<Shopper>, boolean]>([
    ['an anonymous shopper', {}, true],
    ['nobody twice', { mergedInto: 'c_bert' }, false],
    ['never an identified one', { id: 'c_bert', kind: 'identified', externalId: 'bert' }, false],
  ])('%s', (_what, changes, merged) => {
    const decision = decide({
      anonymous: {
        shopper: shopperWith(changes),
        streams: [],
        lots: [],
        pending: [],
        holds: [],
        progress: progressWith(),
        belongings: ['vouchers', 'scores'],
      },
    });
    expect(decision).toMatchObject({ outcome: { shopperId: 'c_anna', merged } });
    const moved = changesOf(decision).flatMap((change) =>
      change.kind === 'moved' ? [change.what] : [],
    );
    expect(moved).toEqual(merged ? ['vouchers', 'scores'] : []);
  });

  it('without an anonymous shopper the customer signs in all the same', () => {
    expect(decide({})).toMatchObject({ outcome: { shopperId: 'c_anna', merged: false } });
  });
});

describe('a sign-in that could be refused for two reasons says the first', () => {
  it('replayed beats expired', () => {
    const late = { ...command, tokenExpiresAt: now };
    expect(decide({ tokenUsed: true }, late)).toMatchObject({
      refusal: { code: 'token_replayed' },
    });
    expect(decide({}, late)).toMatchObject({ refusal: { code: 'token_expired' } });
  });
});

function decide(changes: Partial<IdentifyFacts>, wanted = command) {
  const shopper = shopperWith({ id: 'c_anna', kind: 'identified', externalId: 'anna' });
  const facts: IdentifyFacts = {
    ...playFacts({}, { shopper }),
    anonymous: null,
    tokenUsed: false,
    ...changes,
  };
  return decideIdentify(facts, wanted, stampAt());
}

function changesOf(decision: ReturnType<typeof decide>) {
  return decision.kind === 'decided' ? decision.changes : [];
}

function merge(changes: Partial<IdentifyFacts>, streams: Stream[]): Stream[] {
  const decision = decide({
    ...changes,
    anonymous: {
      shopper: shopperWith(),
      streams,
      lots: [],
      pending: [],
      holds: [],
      progress: progressWith(),
      belongings: [],
    },
  });
  return changesOf(decision).flatMap((change) => (change.kind === 'stream' ? [change.stream] : []));
}

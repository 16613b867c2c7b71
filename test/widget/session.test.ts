/** The state machine: what is written down before it is sent, and what is paid once. */
import type { PlayInput } from '../../shared/schema/shopper-api.ts';
import { keepFor, type Keep } from '../../widget/state/keep.ts';
import { claim } from '../../widget/state/claim.ts';
import { pendingPlays, rememberPlay } from '../../widget/state/pending.ts';
import { changedWallet } from '../../widget/state/wallet.ts';
import { addressOf, FakeServer, makeVoucher } from './fake-server.ts';
import {
  clearPage,
  equal,
  keptNames,
  makeSession,
  startPlays,
  ok,
  siteId,
  until,
} from './helper.ts';

let server: FakeServer;

beforeEach(() => {
  clearPage();
  server = new FakeServer();
});
afterEach(() => server.stop());

function sentPlays(): PlayInput[] {
  return server.called('play').map(({ input }) => input as PlayInput);
}

describe('a session', () => {
  it('stores nothing before the first play', async () => {
    await makeSession().start();
    equal(keptNames(), [], 'stored entries');
  });

  it('writes command and token down before it sends, and forgets what was seen', async () => {
    const keep = keepFor(siteId);
    const { plays } = await startPlays(keep);
    let kept: PlayInput[] = [];
    let token: string | undefined;
    const answered = window.fetch;
    window.fetch = (input, init) => {
      if (addressOf(input).endsWith('play')) {
        kept = pendingPlays(keepFor(siteId));
        token = keep.get('token');
      }
      return answered(input, init);
    };
    const answer = await plays.play('wheel');
    window.fetch = answered;
    ok(answer.kind === 'value', 'it is answered');
    equal(kept, sentPlays(), 'kept while under way');
    equal(token, 'token-1', 'kept token');
    equal(pendingPlays(keep), sentPlays(), 'kept until it was seen');
    plays.rest(answer.value, true);
    equal(pendingPlays(keep), [], 'kept afterwards');
  });

  it('sends the same id again after a lost line, and is paid once', async () => {
    const { plays } = await startPlays();
    server.trouble.push('lost', 'lost after');
    const answer = await plays.play('wheel');
    equal(answer.kind, 'value');
    equal(new Set(sentPlays().map(({ commandId }) => commandId)).size, 1, 'ids');
    equal(sentPlays().length, 3, 'tries');
    equal(server.index, 1, 'draws');
  });

  it('keeps a play that was never answered for the next page, which settles it once', async () => {
    const first = await startPlays();
    server.trouble.push('lost after', 'lost', 'lost', 'lost');
    equal((await first.plays.play('wheel')).kind, 'lost');
    equal(pendingPlays(keepFor(siteId)).length, 1, 'kept plays');

    const next = await startPlays();
    await next.plays.settlePending();
    ok(next.plays.takeEarlier('wheel'), 'the next page has the result');
    equal(server.index, 1, 'draws');
    equal(pendingPlays(keepFor(siteId)), [], 'kept plays');
  });

  it('keeps a play that was answered but never seen for the next page', async () => {
    const first = await startPlays();
    equal((await first.plays.play('wheel')).kind, 'value');

    const next = await startPlays();
    await next.plays.settlePending();
    ok(next.plays.takeEarlier('wheel'), 'the next page has the result');
    equal(new Set(sentPlays().map(({ commandId }) => commandId)).size, 1, 'ids');
    equal(server.index, 1, 'draws');
    equal(pendingPlays(keepFor(siteId)), [], 'kept plays');
  });

  it('takes nothing older from such an answer than it knows', async () => {
    const first = await startPlays();
    await first.plays.play('wheel');
    server.refusal = { code: 'daily_limit_reached', nextAt: 1 };
    server.wallet = { ...server.wallet, version: 7, points: 70 };
    const next = await startPlays();
    await next.plays.settlePending();
    equal(next.session.game('wheel')?.turn.playsLeft, 0, 'plays left');
    equal(next.session.ready?.wallet.points, 70, 'points');
  });

  it('shows nobody who signed in meanwhile what somebody else played', async () => {
    const { session, plays } = await startPlays();
    const answer = await plays.play('wheel');
    ok(answer.kind === 'value', 'it is answered');
    session.leave();
    server.shopperId = 's_other';
    await session.start();
    const { version } = session.ready!.wallet;
    plays.rest(answer.value, false);
    equal(plays.takeEarlier('wheel'), undefined, 'the result');
    equal(session.ready?.wallet.version, version, 'version of the wallet');
  });

  it('keeps the wallet as it was until the wheel rests', async () => {
    const { session, plays } = await startPlays();
    const { version } = session.ready!.wallet;
    const answer = await plays.play('wheel');
    ok(answer.kind === 'value', 'it is answered');
    equal(session.ready?.wallet.version, version, 'version while it turns');
    plays.rest(answer.value, true);
    equal(session.ready?.wallet.version, version + 1, 'version when it rests');
  });

  it('shows nothing that another tab is about to show, and plays beside it', async () => {
    const first = await startPlays();
    const other = await startPlays();
    let end = (): void => {};
    const answer = await first.plays.play('wheel');
    ok(answer.kind === 'value', 'it is answered');
    void first.plays.watch(answer.value, new Promise((resolve) => (end = resolve)));
    await other.plays.settlePending();
    equal(other.plays.takeEarlier('wheel'), undefined, 'result');
    await first.plays.settlePending();
    equal(first.plays.takeEarlier('wheel'), undefined, 'result in the tab itself');
    await other.plays.play('wheel');
    equal(server.index, 2, 'draws');
    end();
    await until(() => first.plays.takeEarlier('wheel'), 'what was not shown after all');
  });

  it('shows what two tabs asked for in one of them', async () => {
    await (await startPlays()).plays.play('wheel');
    const [one, two] = [await startPlays(), await startPlays()];
    await Promise.all([one.plays.settlePending(), two.plays.settlePending()]);
    ok(one.plays.takeEarlier('wheel'), 'the result in one tab');
    equal(two.plays.takeEarlier('wheel'), undefined, 'result in the other');
  });

  it('keeps the wallet from a fresh start, too, and catches up with it', async () => {
    const { session, plays } = await startPlays();
    const answer = await plays.play('wheel');
    ok(answer.kind === 'value', 'it is answered');
    server.wallet = { ...server.wallet, version: 5, points: 70 };
    await session.start();
    equal(session.ready?.wallet.points, 0, 'points while it turns');
    plays.rest(answer.value, true);
    await until(() => session.ready?.wallet.version === 5, 'the wallet of by now');
    equal(session.ready?.wallet.points, 70, 'points');
  });

  it('answers a second click with the play that is still unanswered', async () => {
    const { plays } = await startPlays();
    server.trouble.push('lost after', 'lost', 'lost', 'lost');
    await plays.play('wheel');
    equal((await plays.play('wheel')).kind, 'value');
    equal(server.index, 1, 'draws');
  });

  it('plays again under a new id and seed when the draw has moved', async () => {
    const { plays } = await startPlays();
    server.index = 4;
    equal((await plays.play('wheel')).kind, 'value');
    const [old, fresh] = sentPlays();
    ok(old && fresh, 'two plays were sent');
    ok(old.commandId !== fresh.commandId && old.clientSeed !== fresh.clientSeed, 'all is new');
    equal(fresh.commitment === old.commitment, false, 'same commitment');
  });

  it('gives up on a draw that moves again and again', async () => {
    const { plays } = await startPlays();
    const draw = { epoch: 0, index: 1, commitment: 'f'.repeat(64) };
    const moved = { code: 'draw_moved', draw } as const;
    const answered = window.fetch;
    window.fetch = (input, init) => {
      if (addressOf(input).endsWith('play')) server.trouble.push(moved);
      return answered(input, init);
    };
    const answer = await plays.play('wheel');
    window.fetch = answered;
    equal(answer.kind, 'refused');
    equal(sentPlays().length, 3, 'tries');
  });

  it('plays as whom the server says when a token has ended', async () => {
    const { plays } = await startPlays();
    server.trouble.push({ code: 'token_expired' });
    equal((await plays.play('wheel')).kind, 'value');
    const tokens = server.called('play').map(({ token }) => token);
    equal(tokens, ['Bearer token-1', 'Bearer token-2'], 'who played');
  });

  it('ends the id of a refused play', async () => {
    const { session, plays } = await startPlays();
    server.trouble.push({ code: 'daily_limit_reached', nextAt: 1 });
    const answer = await plays.play('wheel');
    equal(answer, { kind: 'refused', refusal: { code: 'daily_limit_reached', nextAt: 1 } });
    await session.start();
    equal(pendingPlays(keepFor(siteId)), [], 'kept plays');
  });

  it('fetches the wallet when a change in between is missing', async () => {
    const { session, plays } = await startPlays();
    server.wallet = { ...server.wallet, version: 7, points: 70 };
    const answer = await plays.play('wheel');
    if (answer.kind === 'value') plays.rest(answer.value, true);
    await until(() => session.ready?.wallet.version === 8, 'the new wallet');
    equal(server.called('wallet').length, 1, 'wallet calls');
  });

  it('claims under one id, however often the line breaks', async () => {
    server.wallet = {
      version: 1,
      points: 0,
      vouchers: [makeVoucher(server.prizes[0]!, 'voucher-a')],
    };
    const { session } = await startPlays();
    server.trouble.push('lost', 'lost', 'lost', 'lost');
    equal((await claim(session, 'voucher-a')).kind, 'lost');
    equal((await claim(session, 'voucher-a')).kind, 'value');
    const ids = server
      .called('claim')
      .map(({ input }) => (input as { commandId: string }).commandId);
    equal(new Set(ids).size, 1, 'ids');
    ok(session.ready?.wallet.vouchers[0]?.claimedAt, 'the wallet holds the torn ticket');
  });

  it('leaves nothing of a shopper behind', async () => {
    const { session, plays } = await startPlays();
    await plays.play('wheel');
    session.leave();
    equal(keptNames(), [], 'stored entries');
    equal(session.state.status, 'starting');
    await session.start();
    equal(server.called('start').at(-1)?.token, null, 'token');
  });

  it('works in memory where storage is blocked', async () => {
    const storage = Object.getOwnPropertyDescriptor(window, 'localStorage');
    ok(storage, 'there is storage to block');
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    try {
      const keep = keepFor(siteId);
      const { plays } = await startPlays(keep);
      server.trouble.push('lost after', 'lost', 'lost', 'lost');
      equal((await plays.play('wheel')).kind, 'lost');
      equal(pendingPlays(keep).length, 1, 'kept plays');
      equal((await plays.play('wheel')).kind, 'value');
    } finally {
      Object.defineProperty(window, 'localStorage', storage);
    }
  });
});

describe('a wallet', () => {
  const held = {
    version: 3,
    points: 10,
    vouchers: [makeVoucher({ id: 'a', kind: 'voucher', label: 'A' }, 'voucher-a')],
  };

  it('takes the next version, replacing vouchers of the same id and putting new ones first', () => {
    const torn = makeVoucher({ id: 'a', kind: 'voucher', label: 'A' }, 'voucher-a', {
      claimedAt: 1,
    });
    const fresh = makeVoucher({ id: 'b', kind: 'voucher', label: 'B' }, 'voucher-b');
    const changed = changedWallet(held, { version: 4, points: 20, vouchers: [torn, fresh] });
    equal(
      changed?.vouchers.map(({ id, claimedAt }) => [id, claimedAt]),
      [
        ['voucher-b', null],
        ['voucher-a', 1],
      ],
    );
    equal(changed?.points, 20);
  });

  it('ignores an older version, and sees a gap', () => {
    equal(changedWallet(held, { version: 3, points: 99, vouchers: [] }), held);
    equal(changedWallet(held, { version: 5, points: 99, vouchers: [] }), null);
  });
});

describe('what outlives the page', () => {
  it('does not mix sites, and survives a broken entry', () => {
    const keep: Keep = keepFor(siteId);
    rememberPlay(keep, {
      commandId: 'c'.repeat(16),
      gameId: 'wheel',
      commitment: '',
      clientSeed: '',
    });
    keep.set('pending.broken', '{');
    equal(pendingPlays(keepFor('other')), []);
    equal(pendingPlays(keep).length, 1);
    equal(keep.get('pending.broken'), undefined);
  });
});

/** What a page wants: games in one call, and commands that keep their id until answered. */
import { Wishes } from '../../widget/state/wishes.ts';
import type { Session } from '../../widget/state/session.ts';
import { FakeServer } from './fake-server.ts';
import { clearPage, equal, makeSession, ok } from './helper.ts';

let server: FakeServer;
let session: Session;

beforeEach(async () => {
  clearPage();
  server = new FakeServer();
  server.others = ['foil', 'boxes', 'gold'].map((id) => ({ id, kind: 'scratch', name: id }));
  session = makeSession();
  await session.start();
});
afterEach(() => server.stop());

function idsOf(name: string): string[] {
  return server.called(name).map(({ input }) => (input as { commandId: string }).commandId);
}

describe('a wish', () => {
  let wishes: Wishes;

  beforeEach(() => {
    wishes = new Wishes();
    server.answers['pause'] = () => ({ until: 1 });
  });

  function pause(days = 1, day = ''): ReturnType<typeof wishes.send<'pause'>> {
    return wishes.send(session, 'pause', { days }, day);
  }

  it('is one command, however often the line breaks and the button is pressed', async () => {
    server.trouble.push('lost', 'lost after', 'lost', 'lost');
    equal((await pause()).kind, 'lost');
    equal((await pause()).kind, 'value');
    equal(new Set(idsOf('pause')).size, 1, 'ids');
  });

  it('is another command once it was answered or refused', async () => {
    await pause();
    server.trouble.push({ code: 'bad_request' });
    equal((await pause()).kind, 'refused');
    await pause();
    equal(new Set(idsOf('pause')).size, 3, 'ids');
  });

  it('of something else or of another day is another command, unanswered as it is', async () => {
    server.trouble.push(...Array<'lost'>(8).fill('lost'));
    await pause(1);
    await pause(2);
    await pause(2, '2026-05-01');
    equal(new Set(idsOf('pause')).size, 3, 'ids');
  });

  it('writes the token down before it is sent: the answer may come to another page', async () => {
    equal(session.keep.get('token'), undefined, 'before');
    await pause();
    equal(session.keep.get('token'), session.token, 'after');
  });
});

describe('games that a page wants', () => {
  const asked = (): string[][] =>
    server.called('games').map(({ input }) => (input as { gameIds: string[] }).gameIds);

  it('come in one call, each once', async () => {
    server.answers['games'] = () => ({ games: [] });
    await Promise.all([session.want('foil', 'boxes'), session.want('boxes', 'gold')]);
    await session.want('foil');
    equal(asked(), [['foil', 'boxes'], ['gold']], 'calls');
  });

  it('are not asked for when they are there, or not on show', async () => {
    const first = session.ready?.games[0]?.id;
    ok(first, 'a first game');
    await session.want(first, 'nowhere');
    equal(asked(), [], 'calls');
  });

  it('are asked for again when the line broke', async () => {
    server.answers['games'] = () => ({ games: [] });
    server.trouble.push('lost');
    await session.want('foil');
    await session.want('foil');
    equal(asked(), [['foil'], ['foil']], 'calls');
  });

  it('are left out when the shopper left meanwhile', async () => {
    const game = session.ready?.games[0];
    ok(game, 'a game');
    server.answers['games'] = () => ({ games: [{ ...game, id: 'foil' }] });
    const wanted = session.want('foil');
    session.leave();
    await session.start();
    await wanted;
    equal(session.game('foil'), undefined, 'the game of who was there before');
  });
});

import { describe, expect, test } from 'vitest';
import type { OfficeApi } from '../../../admin/state/office-api.ts';
import { Office, refreshMs } from '../../../admin/state/office.ts';
import type { Answer, Problem } from '../../../admin/state/problem.ts';
import type { OverviewReply } from '../../../shared/schema/admin-api.ts';
import { adminView, overviewReply } from '../overview-reply.ts';

const unauthorized: Problem = { kind: 'refused', refusal: { code: 'unauthorized' } };
const wrong: Problem = { kind: 'refused', refusal: { code: 'sign_in_failed' } };
const unreachable: Problem = { kind: 'unreachable' };
const credentials = { email: 'mai@example.com', password: 'four words to keep' };

describe('the door', () => {
  test('without a session the page asks to sign in', async () => {
    const { office } = officeWith({ me: () => refusedWith(unauthorized) });
    await office.start();
    expect(office.state).toEqual({ status: 'signed_out', isBusy: false, problem: undefined });
  });

  test('a wrong password says so, a right one opens the figures', async () => {
    const { office, world } = officeWith({ me: () => refusedWith(unauthorized) });
    await office.start();
    world.signIn = () => refusedWith(wrong);
    await office.signIn(credentials);
    expect(office.state).toEqual({ status: 'signed_out', isBusy: false, problem: wrong });
    world.signIn = () => answeredWith(adminView);
    await office.signIn(credentials);
    expect(office.state).toMatchObject({ status: 'open', figures: { status: 'ready' } });
  });

  test('a link asks for a password, and leaves the address once it is used', async () => {
    const { office, world } = officeWith({}, '#link=secret-token');
    await office.start();
    expect(office.state).toMatchObject({ status: 'link', link: 'secret-token' });
    await office.acceptLink(credentials);
    expect(world.asked).toContainEqual({ link: 'secret-token', ...credentials });
    expect(world.hash).toBe('#');
    expect(office.state.status).toBe('open');
  });

  test('a link that no longer works stays on its page and says why', async () => {
    const expired: Problem = { kind: 'refused', refusal: { code: 'link_expired' } };
    const { office } = officeWith({ acceptLink: () => refusedWith(expired) }, '#link=old');
    await office.start();
    await office.acceptLink(credentials);
    expect(office.state).toMatchObject({ status: 'link', isBusy: false, problem: expired });
  });

  test('a session that ends on the way leads back to the door, with the reason', async () => {
    const { office, world } = officeWith();
    await office.start();
    world.overview = () => refusedWith(unauthorized);
    await office.retry();
    expect(office.state).toMatchObject({ status: 'signed_out', problem: unauthorized });
  });

  test('signing out is not claimed before the server has done it', async () => {
    const { office, world } = officeWith({ signOut: () => refusedWith(unreachable) });
    await office.start();
    await office.signOut();
    expect(office.state).toMatchObject({ status: 'open', figures: { trouble: unreachable } });
    world.signOut = () => answeredWith(undefined);
    await office.signOut();
    expect(office.state.status).toBe('signed_out');
  });

  test('an admin without a site is told so', async () => {
    const { office } = officeWith({ me: () => answeredWith({ ...adminView, sites: [] }) });
    await office.start();
    expect(office.state.status).toBe('no_site');
  });
});

describe('the view', () => {
  test('is read from the address and asked for in the site’s days', async () => {
    const { office, world } = officeWith({}, '#site=lantern&period=28d&campaign=tet');
    await office.start();
    expect(world.asked.at(-1)).toEqual({
      siteId: 'lantern',
      from: '2026-10-25',
      to: '2026-11-21',
      campaignId: 'tet',
    });
  });

  test('goes into the address when it changes; another site drops the campaign', async () => {
    const { office, world } = officeWith();
    await office.start();
    await office.changeView({ campaignId: 'autumn', period: { kind: 'today' } });
    expect(world.hash).toBe('#period=today&campaign=autumn');
    await office.changeView({ siteId: 'lantern' });
    expect(world.hash).toBe('#site=lantern&period=today');
  });

  test('follows the back button', async () => {
    const { office, world } = officeWith();
    await office.start();
    world.hash = '#from=2026-11-01&to=2026-11-02';
    await office.hashMoved();
    expect(world.asked.at(-1)).toMatchObject({ from: '2026-11-01', to: '2026-11-02' });
  });

  test('an answer to an older question is dropped', async () => {
    const { office, world } = officeWith();
    await office.start();
    const late = Promise.withResolvers<Answer<OverviewReply>>();
    world.overview = () => late.promise;
    const older = office.changeView({ period: { kind: 'today' } });
    world.overview = () => answeredWith(overviewReply({ eventsWaiting: 2 }));
    await office.changeView({ period: { kind: '7d' } });
    late.resolve({ ok: true, value: overviewReply({ eventsWaiting: 1 }) });
    await older;
    expect(office.state).toMatchObject({ figures: { reply: { eventsWaiting: 2 } } });
  });

  test('moves on with the site’s midnight', async () => {
    const { office, world } = officeWith();
    await office.start();
    const site = { ...overviewReply().site, today: '2026-11-23' };
    world.overview = () => answeredWith(overviewReply({ site }));
    await office.retry();
    expect(world.asked.at(-1)).toMatchObject({ from: '2026-11-17', to: '2026-11-23' });
  });
});

describe('the refresh', () => {
  test('comes every 30 seconds, and only while the page is seen', async () => {
    const { office, world } = officeWith();
    await office.start();
    expect(world.timers).toEqual([refreshMs]);
    world.isVisible = false;
    await office.visibilityMoved();
    expect(world.timers).toEqual([]);
    const questions = world.asked.length;
    world.isVisible = true;
    await office.visibilityMoved();
    expect(world.asked.length).toBe(questions);
    world.now += refreshMs;
    await office.visibilityMoved();
    expect(world.asked.length).toBe(questions + 1);
  });

  test('is not planned by an answer that comes when nobody looks', async () => {
    const { office, world } = officeWith();
    world.isVisible = false;
    await office.start();
    expect(world.timers).toEqual([]);
  });

  test('that fails leaves the last figures and says why they are old', async () => {
    const { office, world } = officeWith();
    await office.start();
    world.overview = () => refusedWith(unreachable);
    await office.retry();
    expect(office.state).toMatchObject({ figures: { status: 'ready', trouble: unreachable } });
    expect(world.timers).toEqual([refreshMs]);
    world.overview = () => answeredWith(overviewReply());
    await office.retry();
    expect(office.state).toMatchObject({ figures: { status: 'ready', trouble: undefined } });
  });

  test('without a network says offline, and asks again when it is back', async () => {
    const { office, world } = officeWith({ overview: () => refusedWith(unreachable) });
    world.isOnline = false;
    await office.start();
    expect(office.state).toMatchObject({
      figures: { status: 'failed', problem: { kind: 'offline' } },
    });
    world.isOnline = true;
    world.overview = () => answeredWith(overviewReply());
    await office.onlineMoved();
    expect(office.state).toMatchObject({ figures: { status: 'ready' } });
  });

  test('figures of another view never stand in for those that did not come', async () => {
    const { office, world } = officeWith();
    await office.start();
    world.overview = () => refusedWith(unreachable);
    await office.changeView({ period: { kind: 'today' } });
    expect(office.state).toMatchObject({ figures: { status: 'failed', problem: unreachable } });
  });
});

interface World extends OfficeApi {
  hash: string;
  now: number;
  isVisible: boolean;
  isOnline: boolean;
  timers: number[];
  asked: unknown[];
}

/** An office in a world of its own, where everything works unless `more` says otherwise. */
function officeWith(more: Partial<OfficeApi> = {}, hash = ''): { office: Office; world: World } {
  const world: World = {
    hash,
    now: 0,
    isVisible: true,
    isOnline: true,
    timers: [],
    asked: [],
    me: () => answeredWith(adminView),
    signIn: () => answeredWith(adminView),
    acceptLink: () => answeredWith(adminView),
    signOut: () => answeredWith(undefined),
    overview: (query) => answeredWith(replyTo(query)),
    ...more,
  };
  const api: OfficeApi = {
    me: () => world.me(),
    signOut: () => world.signOut(),
    signIn: (input) => noted(world, input, world.signIn(input)),
    acceptLink: (input) => noted(world, input, world.acceptLink(input)),
    overview: (query) => noted(world, query, world.overview(query)),
  };
  const surroundings = {
    now: () => world.now,
    after: (milliseconds: number) => {
      world.timers.push(milliseconds);
      return () => void (world.timers = []);
    },
    isVisible: () => world.isVisible,
    isOnline: () => world.isOnline,
    readHash: () => world.hash,
    writeHash: (hash: string) => void (world.hash = hash),
  };
  return { office: new Office({ api, surroundings }), world };
}

/** The site's own today, whatever is asked. */
function replyTo({ siteId, from, to }: { siteId: string; from: string; to: string }) {
  const today = adminView.sites.find(({ id }) => id === siteId)?.today ?? '';
  return overviewReply({ from, to, site: { ...overviewReply().site, id: siteId, today } });
}

function noted<Value>(world: World, input: unknown, answer: Value): Value {
  world.asked.push(input);
  return answer;
}

async function answeredWith<Value>(value: Value): Promise<Answer<Value>> {
  return { ok: true, value };
}

async function refusedWith(problem: Problem): Promise<Answer<never>> {
  return { ok: false, problem };
}

/** Admins: one link, one account; a cookie that no page of others can use; and an overview. */
import { beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { newAdminLink, readAuditLog, signIn } from '../../server/flow/admins.ts';
import { leave } from '../helper/contact-calls.ts';
import { onBothEngines } from '../helper/engines.ts';
import {
  countOf,
  dataOf,
  expectNoStack,
  edgeFor,
  openEdge,
  type Answer,
  type Edge,
} from '../helper/http.ts';
import { siteId } from '../helper/programme.ts';
import { grant } from '../helper/shop-calls.ts';
import { apply, granted, newId } from '../helper/shopping.ts';

const password = 'a long enough password';
const period = { siteId, from: '2026-12-01', to: '2026-12-01' };

onBothEngines('an admin', (engine) => {
  let visits = 0;
  const edge: Edge = edgeFor(engine, () =>
    apply(edge.deps, { prizes: [{ id: 'mug', kind: 'gift', label: 'Mug' }] }),
  );

  /** From an address of its own each time, so that no test uses up another's attempts. */
  const from = (more: Record<string, string> = {}) => {
    visits += 1;
    return { headers: { 'x-forwarded-for': `198.51.100.${visits % 250}`, ...more } };
  };
  const accept = async (email: string, link?: string, more = {}): Promise<Answer> => {
    const input = { link: link ?? (await newAdminLink(edge.deps)), email, password, ...more };
    return edge.mutate('admin.acceptLink', input);
  };
  const enter = (email: string, given = password, more = {}): Promise<Answer> =>
    edge.mutate('admin.signIn', { email, password: given }, from(more));
  const cookieOf = (answer: Answer): string => answer.headers['set-cookie']?.[0] ?? '';
  const withCookie = (answer: Answer): { headers: Record<string, string> } => ({
    headers: { cookie: cookieOf(answer).split(';', 1)[0] ?? '' },
  });
  const me = (answer: Answer): Promise<Answer> =>
    edge.query('admin.me', undefined, withCookie(answer));

  it('takes home the contacts that shoppers left, and nobody else does', async () => {
    await granted(leave(edge.deps, { shopperId: 'anna', email: 'anna@shop.example' }));
    const entered = withCookie(await accept('leads@shop.example'));
    const page = dataOf(await edge.query('admin.leads', { siteId }, entered));
    expect(page.next).toBeNull();
    expect(page.csv).toContain('\nanna,,email,anna@shop.example,,');
    expect((await edge.query('admin.leads', { siteId })).code).toBe('unauthorized');
    const wrong = await edge.query('admin.leads', { siteId, after: 7 }, entered);
    expect(wrong.code).toBe('bad_request');
  });

  it('stands in the log with all that they did, each deed once', async () => {
    await granted(grant(edge.deps, { name: 'lan', prizeId: 'mug' }));
    const entered = withCookie(await accept('office@shop.example'));
    const page = dataOf(
      await edge.query('admin.gifts', { siteId, state: 'address_needed' }, entered),
    );
    const parcelId: string = page.gifts[0].id;
    const move = { siteId, commandId: newId(), parcelId, to: 'cancelled' };
    for (let at = 0; at < 2; at += 1) {
      expect(dataOf(await edge.mutate('admin.moveGift', move, entered)).state).toBe('cancelled');
    }
    await edge.query('admin.leads', { siteId }, entered);
    const theirs = (await readAuditLog(edge.deps)).filter(
      ({ actor }) => actor === 'office@shop.example',
    );
    expect(theirs.map(({ action, detail }) => `${action} ${detail}`).toSorted()).toEqual([
      `gift.moved ${siteId} ${parcelId} cancelled`,
      `leads.read ${siteId}`,
      'link.accepted ',
    ]);
  });

  describe('with a link', () => {
    it('has an account and is signed in at once', async () => {
      const answer = await accept('Ada@Shop.example');
      expect(dataOf(answer)).toEqual({
        email: 'ada@shop.example',
        sites: [{ id: siteId, name: 'Shop', today: '2026-12-01' }],
      });
      expect(dataOf(await me(answer)).email).toBe('ada@shop.example');
    });

    it('can use it once, even twice at the same time', async () => {
      const link = await newAdminLink(edge.deps);
      const answers = await Promise.all([1, 2, 3].map((at) => accept(`b${at}@shop.example`, link)));
      const codes = answers.map(({ status, code }) => code ?? String(status));
      expect(codes.toSorted()).toEqual(['200', 'link_expired', 'link_expired']);
      expect((await accept('b4@shop.example', link)).code).toBe('link_expired');
    });

    it('can use it for an hour', async () => {
      const link = await newAdminLink(edge.deps);
      edge.deps.pass(limits.adminLinkTtlMinutes * 60_000);
      const late = await accept('late@shop.example', link);
      expect({ status: late.status, code: late.code }).toEqual({
        status: 401,
        code: 'link_expired',
      });
      expect(await countOf(edge.deps.store, `admin WHERE email = 'late@shop.example'`)).toBe(0);
    });

    it('that nobody made gets nothing', async () => {
      expect((await accept('x@shop.example', 'f'.repeat(32))).code).toBe('link_expired');
    });

    it.each([
      ['a short password', { password: 'too short' }],
      ['a password without end', { password: 'x'.repeat(129) }],
      ['no address', { email: 'nobody' }],
      ['an unknown key', { role: 'owner' }],
    ])('and %s is refused, and the link stays good', async (_name, more) => {
      const link = await newAdminLink(edge.deps);
      expect((await accept('c@shop.example', link, more)).code).toBe('bad_request');
      expect((await accept('c@shop.example', link)).status).toBe(200);
    });

    it('gets a new password, and the old one is over', async () => {
      await accept('d@shop.example');
      await accept('d@shop.example', undefined, { password: 'another long password' });
      expect((await enter('d@shop.example')).code).toBe('sign_in_failed');
      expect((await enter('d@shop.example', 'another long password')).status).toBe(200);
    });
  });

  describe('who signs in', () => {
    beforeAll(async () => {
      dataOf(await accept('eve@shop.example'));
    });

    it('gets a cookie that only our own pages send, and no script reads', async () => {
      const answer = await enter('EVE@shop.example');
      expect(answer.status).toBe(200);
      const [pair, ...flags] = cookieOf(answer).split('; ');
      expect(pair).toMatch(/^fairground_admin=[0-9a-f]{64}$/);
      expect(flags.toSorted()).toEqual([
        expect.stringMatching(/^Expires=/),
        'HttpOnly',
        'Path=/',
        'SameSite=Strict',
      ]);
    });

    it('gets it for encrypted lines only where there are such', async () => {
      const secure = await openEdge(edge.deps.store, { publicUrl: 'https://play.example' });
      const input = { email: 'eve@shop.example', password };
      const answer = await secure.mutate('admin.signIn', input, {
        headers: { origin: 'https://play.example' },
      });
      await secure.close();
      expect(cookieOf(answer)).toContain('; Secure');
    });

    it('is told the same with a wrong password as with an unknown address', async () => {
      const [wrong, unknown] = [
        await enter('eve@shop.example', 'not the password'),
        await enter('nobody@shop.example', 'not the password'),
      ];
      expect(wrong.status).toBe(401);
      expect(wrong.code).toBe('sign_in_failed');
      expect(unknown.text).toBe(wrong.text);
      expect(cookieOf(wrong) + cookieOf(unknown)).toBe('');
      expectNoStack(unknown);
    });

    it('with an unknown address costs as many hashes as with a wrong password', async () => {
      const costs = await Promise.all(
        ['eve@shop.example', 'nobody@shop.example'].map(async (email) => {
          let hashes = 0;
          const counting = {
            hash: async () => `${(hashes += 1)}`,
            verify: async () => (hashes += 1) < 0,
          };
          const refused = await signIn(edge.deps, counting, { email, password });
          expect(refused).toEqual({ ok: false, refusal: { code: 'sign_in_failed' } });
          return hashes;
        }),
      );
      expect(costs).toEqual([1, 1]);
    });

    it('is out after signing out, and the secret is worth nothing', async () => {
      const answer = await enter('eve@shop.example');
      const other = await enter('eve@shop.example');
      const out = await edge.mutate('admin.signOut', undefined, withCookie(answer));
      expect(cookieOf(out)).toContain('fairground_admin=; ');
      expect((await me(answer)).code).toBe('unauthorized');
      expect((await me(other)).status).toBe(200);
    });

    it('is out when the session has ended', async () => {
      const answer = await enter('eve@shop.example');
      edge.deps.pass(limits.adminSessionTtlHours * 3_600_000);
      expect((await me(answer)).code).toBe('unauthorized');
    });

    it('too often from one network has to wait', async () => {
      const address = { 'x-forwarded-for': '203.0.113.9' };
      const tries = Array.from({ length: limits.signInAttemptsPerQuarterHourMax + 1 }, () =>
        enter('nobody@shop.example', 'wrong', address),
      );
      const answers = await Promise.all(tries);
      const limited = answers.filter(({ code }) => code === 'rate_limited');
      expect(limited.map(({ status }) => status)).toEqual([429]);
      expect((await enter('eve@shop.example', password, address)).code).toBe('rate_limited');
      expect((await enter('eve@shop.example')).status).toBe(200);
    });
  });

  describe('without a session', () => {
    it.each([
      ['no cookie', {}],
      ['an empty cookie', { cookie: 'fairground_admin=' }],
      ['a made-up cookie', { cookie: `fairground_admin=${'a'.repeat(64)}` }],
      ['a cookie of another name', { cookie: 'fairground_admins=x' }],
    ])('and with %s sees nothing', async (_name, headers) => {
      for (const [path, input] of [['admin.me'], ['admin.overview', period]] as const) {
        const answer = await edge.query(path, input, { headers });
        expect({ status: answer.status, code: answer.code }).toEqual({
          status: 401,
          code: 'unauthorized',
        });
      }
    });

    it('finds no secret in the database', async () => {
      const answer = await accept('hash@shop.example');
      const secret = /=([0-9a-f]{64})/.exec(cookieOf(answer))?.[1] ?? '';
      const rows = await edge.deps.store.read(
        ['admin', 'admin_session', 'admin_link'].map((table) => ({
          sql: `SELECT * FROM ${table}`,
          params: [],
        })),
      );
      const text = JSON.stringify(rows);
      expect(secret).toHaveLength(64);
      expect(text).not.toContain(secret);
      expect(text).not.toContain(password);
      expect(text).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    });
  });

  it('is refused on a page of another origin, cookie or not', async () => {
    const answer = await accept('f@shop.example');
    const { cookie = '' } = withCookie(answer).headers;
    for (const origin of ['https://shop.example', 'https://evil.example', 'null']) {
      const foreign = await edge.query('admin.overview', period, { headers: { cookie, origin } });
      expect(foreign.code).toBe('origin_not_allowed');
    }
    const own = { headers: { cookie, origin: 'http://fairground.example' } };
    expect((await edge.query('admin.overview', period, own)).status).toBe(200);
  });

  it.each([
    ['a period that ends before it begins', { from: '2026-12-02' }],
    ['a period of more than a year', { from: '2025-01-01' }],
    ['a day that is none', { from: '2026-02-30' }],
    ['the year 10,000', { from: '9999-12-31', to: '+010000-01-01' }],
    ['an unknown key', { secret: true }],
  ])('is refused %s', async (_name, more) => {
    const session = withCookie(await accept('g@shop.example'));
    const answer = await edge.query('admin.overview', { ...period, ...more }, session);
    expect({ status: answer.status, code: answer.code }).toEqual({
      status: 400,
      code: 'bad_request',
    });
  });

  it('may look at the very last day of the calendar', async () => {
    const session = withCookie(await accept('h@shop.example'));
    const last = { siteId, from: '9999-12-30', to: '9999-12-31' };
    const { days } = dataOf(await edge.query('admin.overview', last, session));
    expect(days.map(({ day }: { day: string }) => day)).toEqual(['9999-12-30', '9999-12-31']);
  });

  it('hears of a site that is not there', async () => {
    const session = withCookie(await accept('i@shop.example'));
    const answer = await edge.query('admin.overview', { ...period, siteId: 'no' }, session);
    expect(answer.code).toBe('site_not_found');
  });
});

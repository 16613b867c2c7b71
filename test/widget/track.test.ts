/** What the browser counts: only with consent, and once for one shopper. */
import type { TrackInput } from '../../shared/schema/shopper-api.ts';
import { Fair } from '../../widget/state/fair.ts';
import { keepFor } from '../../widget/state/keep.ts';
import { FakeServer } from './fake-server.ts';
import {
  clearPage,
  equal,
  keptNames,
  makeFair,
  makeSession,
  mountPanel,
  mountWheel,
  siteId,
  until,
} from './helper.ts';

let server: FakeServer;

const hasConsent = () => true;

describe('what is seen', () => {
  beforeEach(() => {
    server = new FakeServer();
  });
  afterEach(() => {
    server.stop();
    clearPage();
  });

  it('counts a panel that a first touch opened before the first answer was there', async () => {
    const { origin } = location;
    const session = makeSession();
    const fair = new Fair({ siteId, origin, asked: { locale: 'en' }, hasConsent }, session);
    const panel = await mountPanel(fair);
    panel.open();
    equal(session.ready, undefined, 'the first answer');
    await fair.open();
    await until(() => seen().includes('opened'), 'the opened panel');
    equal(
      seen().filter((kind) => kind === 'opened'),
      ['opened'],
    );
    equal(server.called('start').length, 1, 'questions');
  });

  it('knows the shopper again on the next page, once they were counted', async () => {
    const first = await makeFair({ hasConsent });
    await mountWheel(first);
    await until(() => seen().length > 0, 'the wheel');
    document.querySelector('fairground-wheel')?.remove();
    const { token } = first.session;
    await makeFair({ hasConsent });
    equal(server.called('start').at(-1)?.token, `Bearer ${token}`, 'who asks');
  });

  it('leaves alone whom another tab has kept meanwhile', async () => {
    const fair = await makeFair({ hasConsent });
    keepFor(siteId).set('token', 'of another tab');
    await mountWheel(fair);
    await until(() => seen().length > 0, 'the wheel');
    equal(keepFor(siteId).get('token'), 'of another tab');
  });

  it('keeps nothing of who did not agree', async () => {
    await mountWheel(await makeFair());
    dispatchEvent(new Event('pagehide'));
    equal(seen(), []);
    equal(keptNames(), []);
  });
});

/** All kinds that were sent; what waits for its batch is sent now, as on leaving the page. */
function seen(): string[] {
  dispatchEvent(new Event('pagehide'));
  return server
    .called('track')
    .flatMap(({ input }) => (input as TrackInput).events.map(({ kind }) => kind));
}

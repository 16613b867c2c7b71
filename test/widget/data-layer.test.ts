/** What the page's own Google tag is told: in its own names, and never a purchase. */
import { tellDataLayer } from '../../widget/state/data-layer.ts';
import { FakeServer } from './fake-server.ts';
import { clearPage, equal, makeFair, mountPanel, ok, spinToEnd, until } from './helper.ts';

let server: FakeServer;

afterEach(() => {
  server.stop();
  clearPage();
  Reflect.deleteProperty(window, 'dataLayer');
});

it('hears of an opened panel, a play and the points that were won', async () => {
  server = new FakeServer(6, 2);
  const layer: { event?: string; value?: number }[] = [];
  Object.assign(window, { dataLayer: layer });
  const panel = await mountPanel(await makeFair());
  // Comes behind the first paint.
  await until(() => {
    panel.dispatchEvent(new CustomEvent('fairground-opened', { bubbles: true, detail: {} }));
    return layer.length > 0;
  }, 'the first entry');
  panel.open();
  await spinToEnd();
  const won = await until(
    () => layer.find(({ event }) => event === 'earn_virtual_currency'),
    'the points',
  );
  equal(won.value, 50, 'points');
  ok(
    layer.some(({ event }) => event === 'view_promotion'),
    'the panel',
  );
  ok(
    layer.some(({ event }) => event === 'select_promotion'),
    'the play',
  );
  ok(!layer.some(({ event }) => event === 'purchase'), 'no purchase');
});

it('hears of a panel that was open before anybody could listen', async () => {
  server = new FakeServer();
  const panel = await mountPanel(await makeFair());
  panel.open();
  const told: unknown[] = [];
  tellDataLayer((entry) => told.push(entry));
  equal(told, [{ event: 'view_promotion', promotion_id: 'fairground' }]);
});

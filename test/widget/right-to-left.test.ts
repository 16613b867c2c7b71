/** What only goes wrong where sentences run from right to left. */
import { FakeServer } from './fake-server.ts';
import { clearPage, equal, makeFair, mountWheel, ok } from './helper.ts';

let server: FakeServer;

afterEach(() => {
  server?.stop();
  clearPage();
});

describe('from right to left', () => {
  for (const locale of ['ar', 'he-IL', 'iw']) {
    it(`the labels of a wheel stay within its rim (${locale})`, async () => {
      server = new FakeServer(12);
      const wheel = await mountWheel(await makeFair({ locale }));
      equal(wheel.dir, 'rtl', 'direction');
      const disc = wheel.shadowRoot?.querySelector('.wheel')?.getBoundingClientRect();
      const labels = [...(wheel.shadowRoot?.querySelectorAll('text') ?? [])];
      ok(disc && labels.length === 12, 'a wheel with its labels');
      for (const label of labels) {
        const { left, right, top, bottom } = label.getBoundingClientRect();
        const centre = disc.left + disc.width / 2;
        const middle = disc.top + disc.height / 2;
        const [x, y] = [(left + right) / 2 - centre, (top + bottom) / 2 - middle];
        const reach = Math.hypot(x, y) / (disc.width / 2);
        ok(reach > 0.35 && reach < 0.75, `“${label.textContent}” stands at ${reach} of the rim`);
      }
    });
  }
});

/** What only goes wrong where sentences run from right to left. */
import { FakeServer, makeVoucher } from './fake-server.ts';
import { clearPage, deep, equal, makeFair, mountPanel, mountStall } from './helper.ts';
import { mountWheel, ok, textOf, until } from './helper.ts';

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

  it('without an answer the page runs as its words do', async () => {
    server = new FakeServer();
    server.trouble.push('lost', 'lost', 'lost', 'lost', 'lost');
    const panel = await mountPanel(await makeFair({ locale: 'ar' }));
    await until(() => /[ء-ي]/.test(textOf('.foot .main')), 'a button in Arabic');
    equal(panel.dir, 'rtl', 'direction');
  });

  it('the edge of an expired ticket frays where its stub was', async () => {
    for (const [locale, scale] of [
      ['en', 'none'],
      ['he', '-1 1'],
    ] as const) {
      server = new FakeServer();
      const ten = { id: 'ten', kind: 'voucher', label: '10% off' } as const;
      const vouchers = [makeVoucher(ten, 'old', { state: 'expired' })];
      server.wallet = { version: 1, points: 0, vouchers };
      await mountStall(await makeFair({ locale }), { view: 'wallet' });
      const paper = await until(() => deep('.frayed .paper'), 'the ticket');
      equal(getComputedStyle(paper, '::before').scale, scale, locale);
      server.stop();
      clearPage();
    }
  });
});

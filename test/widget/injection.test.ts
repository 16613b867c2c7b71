/** Whatever a programme's texts hold is text: nothing of it runs, and no element comes of it. */
import type { RewardsReply } from '../../shared/schema/rewards-api.ts';
import type { PrizeView } from '../../shared/schema/shopper-api.ts';
import { FakeServer, makeVoucher, noRewards } from './fake-server.ts';
import { clearPage, deep, equal, makeFair, mountPanel, ok, until } from './helper.ts';

const acts = [
  '<script>ran()</script>',
  '<img src=x onerror=ran()>',
  '<svg onload=ran()>',
  '<iframe srcdoc="<script>parent.ran()</script>"></iframe>',
  '<a href="javascript:ran()">x</a>',
  '<style>@import "javascript:ran()"</style>',
  '<math><mi xlink:href="javascript:ran()">',
  '<template><img src=x onerror=ran()></template>',
  '<details open ontoggle=ran()>',
  '<input autofocus onfocus=ran()>',
  '<video><source onerror=ran()></video>',
  '<object data="javascript:ran()"></object>',
  '<base href="javascript:ran()//">',
  '<form action="javascript:ran()"><button>x',
  '${ran()}',
  '{{ran()}}',
  'javascript:ran()',
  'data:text/html,<script>ran()</script>',
  '</textPath><script>ran()</script>',
  '<!--<img src="--><img src=x onerror=ran()>',
];

const wraps: ((act: string) => string)[] = [
  (act) => act,
  (act) => `"> ${act}`,
  (act) => `'> ${act}`,
  (act) => `</text></svg>${act}`,
  (act) => `</style>${act}`,
  (act) => `</title>${act}`,
  (act) => `]]>${act}`,
  (act) => `--> ${act}`,
  (act) => `\`;${act}//`,
  (act) => `\u202e${act}`,
];

const foreign = 'script, iframe, img, object, math, details, video, base, form, template';

let server: FakeServer;
let ran = 0;

/** Every element of the widget, through all its shadow trees. */
function* everyElement(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everyElement(element.shadowRoot);
  }
}

function rewardsSaying(text: string): RewardsReply {
  const prize: PrizeView = { id: 'prize', kind: 'voucher', label: text };
  return {
    ...noRewards,
    rewardShop: [
      {
        id: 'r',
        prize,
        price: 1,
        left: null,
        bought: 0,
        perShopper: null,
        refusal: null,
        tiers: [],
        opensAt: null,
      },
    ],
    missions: [
      {
        id: 'm',
        name: text,
        description: text,
        inOrder: false,
        steps: [{ label: text, current: 0, target: 1, open: true }],
        prizes: [prize],
        startsAt: null,
        endsAt: null,
        completed: 0,
        timesMax: 1,
        state: 'open',
      },
    ],
    badges: [
      {
        id: 'b',
        name: text,
        description: text,
        level: 0,
        levels: [{ at: 1, name: text, prizes: [prize] }],
        current: 0,
        target: 1,
      },
    ],
  };
}

const views = ['wallet', 'home', 'shop', 'missions', 'badges', 'fair'] as const;

/** Nothing of what `view` shows is an element, a link or a handler that a text brought. */
function checkMade(root: ShadowRoot, view: string): void {
  const made = [...everyElement(root)];
  const strange = made.filter((element) => element.matches(foreign));
  equal(
    strange.map(({ outerHTML }) => outerHTML),
    [],
    `elements in ${view}`,
  );
  const links = made.map((element) => element.getAttribute('href') ?? '');
  equal(
    links.filter((link) => /^\s*(javascript|data):/i.test(link)),
    [],
    `links in ${view}`,
  );
  const handlers = made.flatMap(({ attributes }) =>
    [...attributes].filter(({ name }) => name.startsWith('on')),
  );
  equal(handlers.length, 0, `handlers in ${view}`);
}

it('comes in 200 spellings', () => {
  equal(new Set(wraps.flatMap((wrap) => acts.map(wrap))).size, 200, 'spellings');
});

describe('a text of a programme runs nothing and makes nothing', () => {
  beforeEach(() => {
    ran = 0;
    Object.assign(window, { ran: () => (ran += 1) });
  });

  afterEach(() => {
    server.stop();
    clearPage();
    Reflect.deleteProperty(window, 'ran');
  });

  wraps.forEach((wrap, at) => {
    it(`in six views, after ${JSON.stringify(wrap(''))} (${at + 1})`, async () => {
      const batch = acts.map(wrap);
      server = new FakeServer(acts.length, 0);
      server.prizes = server.prizes.map((prize, slot) => ({
        ...prize,
        id: `prize-${slot}`,
        label: batch[slot] ?? '',
      }));
      const vouchers = batch.map((label, id) =>
        makeVoucher({ id: 'ten', kind: 'voucher', label }, `voucher-${id}`, {
          claimedAt: 1,
          code: label.slice(0, 40),
        }),
      );
      server.wallet = { version: 3, points: 5, vouchers };
      server.rewards = rewardsSaying(batch.join(' '));
      const panel = await mountPanel(await makeFair());
      panel.open();
      await until(() => deep('.spin'), 'the wheel');
      const root = panel.shadowRoot;
      ok(root, 'the panel is drawn');
      for (const view of views) {
        panel.show({ view });
        await until(() => panel.stall, view);
        await new Promise((resolve) => setTimeout(resolve, 30));
        checkMade(root, view);
      }
      await until(
        () => [...everyElement(root)].some((each) => each.textContent.includes(batch[0] ?? '-')),
        'the text itself',
      );
      equal(ran, 0, 'times that something ran');
    });
  });
});

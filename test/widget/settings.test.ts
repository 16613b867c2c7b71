/** Settings: the language, sounds, motion, a pause, a birthday, and what is kept of a shopper. */
import { counterRewards, historyLines } from './counter-rewards.ts';
import { FakeServer } from './fake-server.ts';
import {
  clearPage,
  deep,
  equal,
  keptNames,
  makeFair,
  mountPanel,
  ok,
  textOf,
  until,
} from './helper.ts';
import type { Fair } from '../../widget/state/fair.ts';

let server: FakeServer;
let fair: Fair;

beforeEach(async () => {
  clearPage();
  document.title = 'A shop';
  server = new FakeServer();
  server.rewards = counterRewards();
  server.answers['history'] = () => ({ lines: historyLines(), next: null });
  server.answers['plays'] = () => ({ plays: [] });
  server.answers['personalData'] = () => ({ birthday: '02-29', attributes: { city: 'Huế' } });
  fair = await makeFair();
  const panel = await mountPanel(fair);
  panel.show({ view: 'settings' });
  await until(() => deep('.lever'), 'the settings');
});
afterEach(() => {
  server.stop();
  clearPage();
});

function sent(name: string): any {
  return server.called(name).at(-1)?.input;
}

function choose(selector: string, value: string): void {
  const select = deep(selector);
  ok(select instanceof HTMLSelectElement, selector);
  select.value = value;
  select.dispatchEvent(new Event('change'));
}

describe('the settings', () => {
  it('change the language at once, everywhere, and keep it', async () => {
    equal(textOf('#tab-home'), 'The fair');
    choose('label.card select', 'vi');
    await until(() => textOf('#tab-home') === 'Hội chợ', 'Vietnamese tabs');
    await until(() => textOf('#title') === 'Cài đặt', 'a Vietnamese title');
    equal(sent('start').locale, 'vi', 'language of the session');
    await until(() => fair.more?.formats.day(0).includes('tháng 1'), 'Vietnamese days');
    equal(fair.session.keep.get('locale'), 'vi');
    choose('label.card select', '');
    await until(() => textOf('#tab-home') === 'The fair', 'English tabs');
    equal(fair.session.keep.get('locale'), undefined);
  });

  it('turn sounds on and off: off until somebody asks', async () => {
    const lever = deep('.lever');
    equal(lever?.getAttribute('aria-checked'), 'false');
    lever?.click();
    await until(() => lever?.getAttribute('aria-checked') === 'true', 'the lever is on');
    ok(
      keptNames().some((name) => name.endsWith('.sound')),
      'it is kept',
    );
    lever?.click();
    await until(() => lever?.getAttribute('aria-checked') === 'false', 'the lever is off');
    ok(!keptNames().some((name) => name.endsWith('.sound')), 'it is forgotten');
  });

  it('lessen motion', async () => {
    const panel = deep('fairground-panel');
    equal(panel?.hasAttribute('still'), false);
    const levers = deep('fairground-settings')?.shadowRoot?.querySelectorAll<HTMLElement>('.lever');
    levers?.[1]?.click();
    await until(() => panel?.hasAttribute('still'), 'a panel that stands still');
    ok(fair.isStill, 'the fair knows');
  });

  it('begin a pause after a yes', async () => {
    const pausedUntil = Date.now() + 7 * 86_400_000;
    server.answers['pause'] = () => ({ pausedUntil, forGood: false, wallet: server.wallet });
    deep('#pause-7')?.click();
    await until(() => deep('.sure'), 'the question');
    equal(server.called('pause').length, 0, 'pauses');
    deep('.sure .main')?.click();
    await until(() => deep('.paused'), 'the pause');
    equal(sent('pause').days, 7);
  });

  it('keep a birthday that every leap year has, and forget it', async () => {
    server.answers['setBirthday'] = () => ({ changed: ['birthday'] });
    const form = deep('fairground-settings')?.shadowRoot?.querySelector('form');
    ok(form, 'a form');
    choose('select[name=day]', '31');
    choose('select[name=month]', '2');
    form.requestSubmit(form.querySelector<HTMLButtonElement>('[value=save]'));
    await until(() => server.called('setBirthday').length === 1, 'the command');
    equal(sent('setBirthday').birthday, '02-29');
    await until(() => deep('button[value=forget]:enabled'), 'the other button');
    form.requestSubmit(form.querySelector<HTMLButtonElement>('[value=forget]'));
    await until(() => server.called('setBirthday').length === 2, 'the command');
    equal(sent('setBirthday').birthday, null);
  });

  it('ask for the month first where dates begin with it', async () => {
    const names = (): string[] =>
      [...(deep('form.card')?.querySelectorAll('select') ?? [])].map(({ name }) => name);
    equal(names(), ['day', 'month']);
    for (const locale of ['ko', 'ja', 'zh-Hans']) {
      choose('label.card select', '');
      await until(() => names()[0] === 'day', 'English dates');
      choose('label.card select', locale);
      await until(() => names()[0] === 'month', `dates in ${locale}`);
    }
  });

  it('erase what is personal, after a yes', async () => {
    server.answers['eraseData'] = () => ({ erasedAt: Date.now(), wallet: server.wallet });
    (await until(() => deep('.erase'), 'the button')).click();
    (await until(() => deep('.yes'), 'the question')).focus();
    equal(server.called('eraseData').length, 0, 'before the yes');
    deep('.yes')?.click();
    await until(() => deep('.erase'), 'the end');
    equal(server.called('eraseData').length, 1, 'commands');
  });

  it('show what is kept, whole or not at all', async () => {
    const see = await until(() => deep('.see'), 'the button');
    server.trouble.push('lost');
    see.click();
    await until(() => textOf('p.data') !== '', 'the sentence');
    equal(deep('pre'), null, 'half of it');
    see.click();
    const json: any = JSON.parse((await until(() => deep('pre'), 'the data')).textContent ?? '');
    equal(json.points.length, 3, 'lines');
    equal(json.parcels.length, 2, 'gifts');
    equal(json.personal.attributes.city, 'Huế', 'what is known');
  });
});

it('keeps what belongs to the device when its shopper signs out', () => {
  const { keep } = fair.session;
  for (const name of ['locale', 'sound', 'still', 'token']) keep.set(name, 'on');
  fair.session.leave();
  equal(keep.names('').toSorted(), ['locale', 'sound', 'still']);
});

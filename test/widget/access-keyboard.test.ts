/** Every game and every errand done from the page with keys alone, and the focus never lost. */
import { sendKeys } from '@web/test-runner-commands';
import { surveyKinds } from '../../shared/survey.ts';
import { counterRewards, referral } from './counter-rewards.ts';
import { FakeServer, makeVoucher, noRewards } from './fake-server.ts';
import { makeAnswer, makeQuiz, makeSurvey, thanksFor } from './games-facts.ts';
import { clearPage, deep, equal, finishMotion, makeFair, mountPanel, ok, until } from './helper.ts';
import { makeCard, punchedCard } from './progress-facts.ts';

let server: FakeServer;
let opener: HTMLButtonElement;

beforeEach(() => {
  clearPage();
  server = new FakeServer(6, 0);
  opener = document.createElement('button');
  opener.textContent = 'To the fair';
  document.body.prepend(opener);
});
afterEach(() => {
  server.stop();
  opener.remove();
  document.querySelector('fairground-statement')?.remove();
  clearPage();
});

/** Opens the panel from the page, by its button. */
async function enter(): Promise<void> {
  const panel = await mountPanel(await makeFair());
  opener.addEventListener('click', () => panel.open());
  opener.focus();
  await sendKeys({ press: 'Enter' });
  await until(() => deep('dialog')?.matches(':modal'), 'the panel');
}

function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** On something of ours that is seen, and is seen to have it. */
function checkFocus(after: string): Element {
  const element = focused();
  ok(element && element !== document.body, `the focus is lost after ${after}`);
  let around: Node | null = element;
  while (around && !/^fairground-(panel|statement)$/.test(around.nodeName.toLowerCase())) {
    around = around instanceof ShadowRoot ? around.host : around.parentNode;
  }
  ok(around, `the focus is outside of the panel after ${after}`);
  const { width, height } = element.getBoundingClientRect();
  ok(width > 0 && height > 0, `the focus is on nothing that is seen after ${after}`);
  return element;
}

/** Tab by Tab, round the panel once at the most. */
async function tabTo(selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (focused()?.matches(selector)) {
      const { outlineStyle } = getComputedStyle(checkFocus(selector));
      ok(focused()?.matches('input') || outlineStyle !== 'none', `a ring round ${selector}`);
      return;
    }
    await sendKeys({ press: 'Tab' });
  }
  throw new Error(`no Tab leads to ${selector}`);
}

async function press(selector: string, then: string, key = 'Enter'): Promise<void> {
  await until(() => deep(selector), selector);
  await tabTo(selector);
  await sendKeys({ press: key });
  await until(() => {
    finishMotion();
    return deep(then);
  }, then);
  await until(() => focused() !== document.body, `the focus after ${selector}`);
  checkFocus(selector);
}

/** Along the tabs, until the view is there. */
async function goTo(tab: 'home' | 'wallet' | 'me', view: string): Promise<void> {
  await tabTo('[role=tab]');
  // The order of the row is home, play, wallet, me; the panel opens at play.
  for (let steps = { wallet: 1, me: 2, home: 3 }[tab]; steps > 0; steps -= 1) {
    const before = focused();
    await sendKeys({ press: 'ArrowRight' });
    await until(() => focused() !== before, 'the next tab');
  }
  await until(() => deep(view), view);
}

async function leave(): Promise<void> {
  await sendKeys({ press: 'Escape' });
  await until(() => !deep('dialog')?.matches('[open]'), 'the panel closed');
  equal(document.activeElement, opener, 'the focus is back');
}

describe('with keys alone', () => {
  it('the wheel is spun and its ticket torn off', async () => {
    await enter();
    await press('.spin', '.foot .skip');
    await press('.foot .skip', 'fairground-ticket');
    await press('.stub', '.copy');
    await leave();
  });

  it('a ticket is scratched', async () => {
    server.game = { kind: 'scratch' };
    await enter();
    await press('.key', '.skip');
    await press('.skip', '.result');
    await leave();
  });

  it('a box is opened', async () => {
    server.game = { kind: 'box', boxes: 6 };
    await enter();
    await press('.box', '.result');
    await leave();
  });

  it('the terms are answered first', async () => {
    const asks = { rules: 'Be kind.', organiser: 'Tea', url: null, regions: ['VN'], ageMin: 16 };
    server.game = { terms: asks };
    await enter();
    await press('.spin', 'select');
    await tabTo('select');
    await sendKeys({ press: 'ArrowDown' });
    await tabTo('[type=checkbox]');
    await sendKeys({ press: 'Space' });
    await press('form .main', '.result,.foot .skip');
    await leave();
  });

  it('a question is answered', async () => {
    server.rewards = { ...noRewards, quizzes: [makeQuiz()] };
    server.answers['answerQuiz'] = (input) => makeAnswer((input as { choice: string }).choice);
    await enter();
    await goTo('home', '.row');
    await row('fairground-quiz');
    await press('li:last-child > .choice', '.verdict');
    await leave();
  });

  for (const kind of surveyKinds) {
    it(`a survey is filled in: ${kind}`, async () => {
      server.rewards = { ...noRewards, surveys: [makeSurvey(kind)] };
      server.answers['answerSurvey'] = (input) =>
        thanksFor((input as { surveyId: string }).surveyId);
      await enter();
      await goTo('home', '.row');
      await row('fairground-survey');
      await until(() => deep('.sheet'), 'the sheet');
      if (deep('.sheet textarea')) {
        await tabTo('textarea');
        await sendKeys({ type: 'Good tea' });
      } else {
        await tabTo('[type=radio]');
        await sendKeys({ press: 'Space' });
      }
      await press('.sheet .main', '.thanks');
      await leave();
    });
  }

  it('a card is punched', async () => {
    server.rewards = { ...noRewards, checkIns: [makeCard()] };
    server.answers['checkIn'] = () => {
      server.rewards = { ...noRewards, checkIns: [punchedCard()] };
      const { id, today } = makeCard();
      const streak = { by: 'day', count: 4, best: 12, total: 41 };
      const rest = { given: [], freezesUsed: 0, freezes: 1, endsAt: 0, tomorrow: null, earned: [] };
      return { calendarId: id, day: today.day, square: 7, streak, wallet: server.wallet, ...rest };
    };
    await enter();
    await goTo('home', '.row');
    await row('fairground-check-in');
    await press('.act .main', '.told');
    await leave();
  });

  it('a reward is bought', async () => {
    server.wallet = { version: 3, points: 200, vouchers: [] };
    server.rewards = { ...counterRewards(), referral: null };
    server.answers['buyReward'] = () => {
      const prize = { id: 'delivery', kind: 'voucher', label: 'Free delivery' } as const;
      const voucher = makeVoucher(prize, 'bought');
      server.wallet = { version: 4, points: 50, vouchers: [voucher] };
      return { rewardId: 'delivery', given: [{ prize, voucher }], wallet: server.wallet };
    };
    await enter();
    await goTo('home', '.row');
    await row('fairground-shop');
    await press('#buy-delivery', '.sure');
    await press('.sure .main', '.given');
    await leave();
  });

  it('a prize is claimed, with a way to write to its winner and the code that came', async () => {
    server.wallet = {
      version: 1,
      points: 0,
      vouchers: [makeVoucher(server.prizes[0]!, 'voucher-a')],
    };
    server.ask = { contact: 'either', confirm: true, consent: 'Tea news.', consentNeeded: false };
    await enter();
    await goTo('wallet', '.stub');
    await press('.stub', '[name=contact]');
    await tabTo('[name=contact]');
    await sendKeys({ type: 'mai@shop.example' });
    await sendKeys({ press: 'Enter' });
    await until(() => deep('[name=code]'), 'the code');
    await tabTo('[name=code]');
    await sendKeys({ type: '246810' });
    await sendKeys({ press: 'Enter' });
    await until(() => deep('.copy'), 'the voucher’s code');
    checkFocus('the claim');
    await leave();
  });

  it('friends are asked', async () => {
    const code = { code: 'TEAFRIEND1', link: 'https://tea.example/?ref=TEAFRIEND1' };
    server.rewards = { ...noRewards, referral: { ...referral, ...code } };
    await enter();
    await goTo('home', '.row');
    await row('fairground-referral');
    await tabTo('.ways button, .ways a');
    await leave();
  });

  it('settings are changed', async () => {
    await enter();
    await goTo('me', '.row');
    await row('fairground-settings');
    await tabTo('[role=switch]');
    await sendKeys({ press: 'Space' });
    await until(() => deep('[role=switch][aria-checked=true]'), 'a lever thrown');
    checkFocus('the lever');
    await leave();
  });
});

/** The last line of the list leads there. */
async function row(view: string): Promise<void> {
  const last = await until(() => rows().at(-1), 'a line');
  for (let presses = 0; presses < 60 && focused() !== last; presses += 1) {
    await sendKeys({ press: 'Tab' });
  }
  checkFocus('the lines of a list');
  await sendKeys({ press: 'Enter' });
  await until(() => deep(view), view);
  await until(() => focused() !== document.body, 'the focus there');
  checkFocus(`the way to ${view}`);
}

function rows(): Element[] {
  const list = deep('fairground-home,fairground-me')?.shadowRoot;
  return [...(list?.querySelectorAll('.row') ?? [])];
}

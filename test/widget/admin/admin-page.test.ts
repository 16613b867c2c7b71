/** The page as an admin meets it: every state, read by eye, by keyboard and by axe. */
import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import { adminView, overviewReply } from '../../admin/overview-reply.ts';
import { axeProblems } from '../axe.ts';
import {
  answeredWith,
  busyWeek,
  clearPage,
  find,
  findAs,
  findAll,
  openPage,
  refusedWith,
  settled,
  textOf,
  unauthorized,
} from './helper.ts';

const broken = { kind: 'refused', refusal: { code: 'internal_error' } } as const;
const [plays] = busyWeek().latestPlays;

const states = [
  { name: 'busy', says: '1,910' },
  { name: 'signed out', api: { me: () => refusedWith(unauthorized) }, says: 'Sign in' },
  { name: 'behind a link', hash: '#link=token', says: 'Choose how you sign in' },
  {
    name: 'first run',
    api: { overview: () => answeredWith(overviewReply()) },
    says: 'Nobody has played yet',
  },
  {
    name: 'empty period',
    api: {
      overview: () =>
        answeredWith(overviewReply({ latestPlays: plays === undefined ? [] : [plays] })),
    },
    says: 'Nobody played in 16–22 Nov 2026',
  },
  {
    name: 'failed',
    api: { overview: () => refusedWith(broken) },
    says: 'Something went wrong on the server',
  },
  {
    name: 'unreachable',
    api: { me: () => refusedWith({ kind: 'unreachable' } as const) },
    says: 'The server did not answer',
  },
  {
    name: 'without a site',
    api: { me: () => answeredWith({ email: 'mai@example.com', sites: [] }) },
    says: 'No site yet',
  },
] as const;

/** The page of an admin whose session ended while it was open. */
async function openEnded() {
  let isOver = false;
  const opened = await openPage({
    overview: () => (isOver ? refusedWith(unauthorized) : answeredWith(busyWeek())),
  });
  isOver = true;
  await opened.office.retry();
  await settled(opened.page);
  return { ...opened, letIn: () => (isOver = false) };
}

describe('the admin page', () => {
  beforeEach(() => {
    clearPage();
    document.documentElement.lang = 'en';
  });
  afterEach(clearPage);

  for (const { name, says, ...given } of states) {
    it(`${name}: says so, and axe has nothing to say`, async () => {
      const { page } = await openPage(
        'api' in given ? given.api : {},
        'hash' in given ? given.hash : '',
      );
      expect(textOf(page)).to.contain(says);
      expect(await axeProblems()).to.deep.equal([]);
    });
  }

  it('shows the figures with their change, in words where a percentage would mislead', async () => {
    const { page } = await openPage();
    const strip = textOf(find(page, 'figure-strip'));
    expect(strip).to.contain('+250 (+15%)');
    expect(strip).to.contain('as in the period before');
    expect(strip).to.contain('₫44,940,000');
    expect(strip).to.contain('no attributed revenue in the period before');
    expect(textOf(page)).to.contain('12 events are waiting to be counted.');
    expect(document.title).to.equal('Góc Trà · Fairground');
  });

  it('says that today is not over, and nothing of the kind about days that are', async () => {
    const { page } = await openPage();
    expect(textOf(page)).to.contain('16–22 Nov 2026 so far , compared with all of 9–15 Nov 2026');
    clearPage();
    const over = overviewReply({ ...busyWeek(), from: '2026-11-15', to: '2026-11-21' });
    const overview = () =>
      answeredWith({ ...over, before: { from: '2026-11-08', to: '2026-11-14' } });
    const { page: past } = await openPage({ overview }, '#from=2026-11-15&to=2026-11-21');
    expect(textOf(past)).to.contain('15–21 Nov 2026 , compared with 8–14 Nov 2026');
  });

  it('signs in and says what was wrong', async () => {
    const wrong = { kind: 'refused', refusal: { code: 'sign_in_failed' } } as const;
    const { page, office } = await openPage({
      me: () => refusedWith(unauthorized),
      signIn: ({ password }) =>
        password === 'four words to keep'
          ? answeredWith({ email: 'mai@example.com', sites: [] })
          : refusedWith(wrong),
    });
    const submit = async (password: string) => {
      findAs(page, '#email', HTMLInputElement).value = 'mai@example.com';
      findAs(page, '#password', HTMLInputElement).value = password;
      findAs(page, 'form', HTMLFormElement).requestSubmit();
      await settled(page);
    };
    await submit('another one');
    expect(textOf(page)).to.contain('E-mail and password do not match');
    expect(await axeProblems()).to.deep.equal([]);
    await submit('four words to keep');
    expect(office.state.status).to.equal('no_site');
  });

  it('waits for an address to be typed, also where a session ends in mid-use', async () => {
    const { page } = await openEnded();
    expect(textOf(page)).to.contain('Your session has ended');
    expect(find(page, '#email').matches(':focus')).to.equal(true);
    expect(document.title).to.equal('Sign in · Fairground');
    expect(await axeProblems()).to.deep.equal([]);
  });

  it('asks for twelve characters before it asks the server', async () => {
    let calls = 0;
    const { page } = await openPage(
      {
        acceptLink: () => {
          calls += 1;
          return refusedWith(broken);
        },
      },
      '#link=token',
    );
    findAs(page, '#email', HTMLInputElement).value = 'mai@example.com';
    const password = findAs(page, '#password', HTMLInputElement);
    password.value = 'short';
    findAs(page, 'form', HTMLFormElement).requestSubmit();
    await settled(page);
    expect(calls).to.equal(0);
    expect(password.getAttribute('aria-invalid')).to.equal('true');
    expect(textOf(page)).to.contain('7 more characters: at least 12 in all.');
    expect(await axeProblems()).to.deep.equal([]);
  });

  it('puts period and campaign into the address', async () => {
    const { page, surroundings } = await openPage();
    const button = findAll(find(page, 'period-picker'), 'button').find(
      ({ textContent }) => textContent.trim() === '28 days',
    );
    if (button instanceof HTMLElement) button.click();
    const campaign = findAs(page, '#campaign', HTMLSelectElement);
    campaign.value = 'autumn';
    campaign.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(page);
    expect(surroundings.hash).to.equal('#period=28d&campaign=autumn');
  });

  it('shows the period of the address again after another one was chosen', async () => {
    const { page, office, surroundings } = await openPage({}, '#period=7d');
    const picker = find(page, 'period-picker');
    const pressed = () => textOf(find(picker, '[aria-pressed="true"]'));
    findAs(picker, 'button:last-child', HTMLButtonElement).click();
    await settled(page);
    expect(pressed()).to.equal('Custom');
    findAs(picker, '#from', HTMLInputElement).value = '2026-11-17';
    findAs(picker, 'form', HTMLFormElement).requestSubmit();
    await settled(page);
    expect(surroundings.hash).to.equal('#from=2026-11-17&to=2026-11-22');
    surroundings.hash = '#period=7d';
    await office.hashMoved();
    await settled(page);
    expect(pressed()).to.equal('7 days');
  });

  it('refuses a range that ends before it begins, in words', async () => {
    const { page } = await openPage({}, '#from=2026-11-01&to=2026-11-09');
    const picker = find(page, 'period-picker');
    findAs(picker, '#from', HTMLInputElement).value = '2026-11-10';
    findAs(picker, 'form', HTMLFormElement).requestSubmit();
    await settled(page);
    expect(textOf(picker)).to.contain('The first day has to come before the last.');
    expect(await axeProblems()).to.deep.equal([]);
  });

  it('goes onto paper without what is pressed, its charts as wide as the sheet', async () => {
    const { page } = await openPage();
    try {
      await emulateMedia({ media: 'print' });
      page.style.width = '640px';
      const charts = findAll(page, '.chart');
      expect(charts).to.have.length(2);
      for (const chart of charts) {
        const drawn = chart.querySelector('svg')?.getBoundingClientRect().width ?? 0;
        expect(drawn).to.be.at.most(chart.clientWidth);
      }
      const table = find(find(page, 'prize-table'), '.scroll');
      expect(table.scrollWidth).to.be.at.most(table.clientWidth);
      const seen = findAll(page, 'button').filter((each) => each.getClientRects().length > 0);
      expect(seen).to.deep.equal([]);
      expect(find(page, '.range').getClientRects()).not.to.have.length(0);
    } finally {
      await emulateMedia({ media: 'screen' });
    }
  });

  it('keeps focus and elements through a refresh', async () => {
    const { page, office } = await openPage();
    const chart = find(page, '.chart[role="slider"]');
    chart.focus();
    await office.retry();
    await settled(page);
    expect(find(page, '.chart[role="slider"]')).to.equal(chart);
    expect(chart.matches(':focus')).to.equal(true);
  });

  for (const name of ['overview', 'me'] as const) {
    it(`goes on at the heading after “Try again” where ${name} failed`, async () => {
      let isDown = true;
      const { page } = await openPage({
        me: () => (isDown && name === 'me' ? refusedWith(broken) : answeredWith(adminView)),
        overview: () => (isDown ? refusedWith(broken) : answeredWith(busyWeek())),
      });
      isDown = false;
      const again = find(page, 'page-notice button');
      again.focus();
      again.click();
      await settled(page);
      expect(textOf(page)).to.contain('1,910');
      expect(find(page, 'h1').matches(':focus')).to.equal(true);
    });
  }

  it('goes on at the heading after signing in again, and stays where nothing went', async () => {
    const { page, letIn } = await openEnded();
    letIn();
    findAs(page, '#email', HTMLInputElement).value = 'mai@example.com';
    findAs(page, '#password', HTMLInputElement).value = 'four words to keep';
    findAs(page, 'form', HTMLFormElement).requestSubmit();
    await settled(page);
    expect(find(page, 'h1').matches(':focus')).to.equal(true);
    const button = findAs(find(page, 'period-picker'), 'button', HTMLButtonElement);
    button.focus();
    button.click();
    await settled(page);
    expect(button.matches(':focus')).to.equal(true);
  });

  it('keeps old figures beside the reason why they are old', async () => {
    let isDown = false;
    const { page, office } = await openPage({
      overview: () => (isDown ? refusedWith({ kind: 'unreachable' }) : answeredWith(busyWeek())),
    });
    isDown = true;
    await office.retry();
    await settled(page);
    expect(textOf(page)).to.contain('These are the figures of 16:41.');
    expect(textOf(page)).to.contain('1,910');
    expect(await axeProblems()).to.deep.equal([]);
  });
});

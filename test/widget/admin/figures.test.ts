/** Charts, tables and hints, each for itself. */
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../../admin/elements/day-chart.ts';
import '../../../admin/elements/embed-code.ts';
import '../../../admin/elements/figure-strip.ts';
import '../../../admin/elements/figures-table.ts';
import '../../../admin/elements/figure-hint.ts';
import '../../../admin/elements/funnel-chart.ts';
import '../../../admin/elements/play-table.ts';
import '../../../admin/elements/prize-table.ts';
import { axeProblems } from '../axe.ts';
import {
  busyWeek,
  clearPage,
  find,
  findAll,
  findAs,
  mount,
  prize,
  settled,
  textOf,
} from './helper.ts';

const week = busyWeek();

describe('the day chart', () => {
  afterEach(clearPage);

  async function mountChart() {
    const chart = document.createElement('day-chart');
    Object.assign(chart, { days: week.days, currency: 'VND', today: '2026-11-22' });
    return mount(chart);
  }

  it('reads its days with the arrow keys, from the last one on', async () => {
    const chart = await mountChart();
    const slider = find(chart, '[role="slider"]');
    expect(slider.ariaValueText).to.equal('Sun 22 Nov 2026: 160 plays so far');
    slider.focus();
    await sendKeys({ press: 'ArrowLeft' });
    await settled(chart);
    expect(slider.ariaValueText).to.equal('Sat 21 Nov 2026: 450 plays');
    expect(findAs(chart, '.plate-value', SVGElement).textContent).to.equal('450');
    await sendKeys({ press: 'Home' });
    await settled(chart);
    expect(slider.ariaValueText).to.equal('Mon 16 Nov 2026: 200 plays');
  });

  it('reads the day under the pointer, until the mouse leaves', async () => {
    const chart = await mountChart();
    const slider = find(chart, '[role="slider"]');
    const { left, top } = slider.getBoundingClientRect();
    const bar = findAll(chart, '.bar')[1];
    const { left: barLeft, width } = (bar ?? slider).getBoundingClientRect();
    const at = { clientX: barLeft + width / 2, clientY: top + 5, pointerType: 'mouse' };
    expect(at.clientX).to.be.greaterThan(left);
    slider.dispatchEvent(new PointerEvent('pointermove', { ...at, bubbles: true }));
    await settled(chart);
    expect(textOf(findAs(chart, '.chart svg', SVGSVGElement))).to.contain('Tue 17 Nov 2026');
    slider.dispatchEvent(new PointerEvent('pointerleave', at));
    await settled(chart);
    expect(findAll(chart, '.plate')).to.have.length(0);
  });

  it('changes its figure, and carries all of them in its table', async () => {
    const chart = await mountChart();
    findAs(chart, 'input[value="prizeCost"]', HTMLInputElement).click();
    await settled(chart);
    expect(find(chart, '[role="slider"]').ariaValueText).to.contain('₫1,520,000');
    const rows = findAll(chart, 'tbody tr');
    expect(rows).to.have.length(7);
    expect(textOf(rows[0] ?? chart)).to.contain('Sun 22 Nov 2026, so far 160 160 0 ₫1,520,000');
  });
});

describe('the table of a chart', () => {
  afterEach(clearPage);

  it('keeps its first column in sight on a narrow page', async () => {
    const table = document.createElement('figures-table');
    const columns = ['Day', 'Plays', 'Attributed revenue', 'Prize cost'];
    Object.assign(table, {
      columns: columns.map((label) => ({ label, isNumber: true })),
      rows: [['Sun 22 Nov 2026', '160', '₫44,940,000', '₫1,520,000']],
    });
    table.style.width = '240px';
    await mount(table);
    find(table, 'summary').click();
    await settled(table);
    const scroll = find(table, '.scroll');
    scroll.scrollTo(120, 0);
    expect(scroll.scrollLeft).to.be.above(60);
    const edge = scroll.getBoundingClientRect().left;
    for (const cell of findAll(table, 'th:first-child')) {
      expect(cell.getBoundingClientRect().left).to.be.at.least(edge);
    }
  });
});

describe('the strip of figures', () => {
  afterEach(clearPage);

  it('cuts no figure, however many signs it has', async () => {
    const strip = document.createElement('figure-strip');
    const large = { value: 12_969_453_812_330, before: 0 };
    const totals = { ...week.totals, prizeCost: large, attributedRevenue: large };
    Object.assign(strip, { totals, days: week.days, currency: 'KWD' });
    for (const width of [326, 600, 1_200]) {
      strip.style.width = `${width}px`;
      await mount(strip);
      const values = findAll(strip, '.value');
      expect(values).to.have.length(5);
      for (const value of values) expect(value.scrollWidth).to.be.at.most(value.clientWidth);
    }
  });
});

describe('the funnel', () => {
  afterEach(clearPage);

  it('says in one sentence and in a table what its bars say', async () => {
    const funnel = document.createElement('funnel-chart');
    funnel.funnel = week.funnel;
    await mount(funnel);
    const picture = findAs(funnel, 'svg[role="img"]', SVGSVGElement);
    expect(picture.getAttribute('aria-label')).to.contain('opened 4,000, started 1,500');
    expect(findAll(funnel, '.bar')).to.have.length(7);
    const opened = findAll(funnel, 'tbody tr')[1];
    expect(textOf(opened ?? funnel)).to.contain('4,000 44% 5,000');
    expect(await axeProblems()).to.deep.equal([]);
  });
});

describe('the prize table', () => {
  afterEach(clearPage);

  it('marks what chance does not explain, and only that', async () => {
    const table = document.createElement('prize-table');
    Object.assign(table, { prizes: week.prizes, campaigns: week.campaigns, currency: 'VND' });
    await mount(table);
    const [ten, ship, tea] = findAll(table, 'tbody tr').slice(1);
    expect(textOf(ten ?? table)).not.to.contain('chance');
    expect(textOf(ship ?? table)).to.contain('More than chance explains.');
    expect(textOf(tea ?? table)).to.contain('Fewer than chance explains: it sold out.');
    expect(textOf(tea ?? table)).to.contain('sold out');
    expect(textOf(table)).to.contain('Autumn wheel');
  });

  it('marks nothing that the odds of the period explain, and says that they changed', async () => {
    const table = document.createElement('prize-table');
    const oddsExpected = { low: 0.13, high: 0.13 };
    const same = prize({ gameId: 'foil', given: 955 });
    const prizes = [prize({ oddsSet: 0.25, oddsExpected, given: 250 }), same];
    Object.assign(table, { prizes, currency: 'VND' });
    await mount(table);
    expect(textOf(table)).not.to.contain('chance explains');
    const heads = findAll(table, '[scope="rowgroup"]').map(textOf);
    expect(heads[0]).to.contain('1,910 plays · odds changed in the period');
    expect(heads[1]).not.to.contain('changed');
  });

  it('says of a campaign that it has ended, and of one that is gone', async () => {
    const table = document.createElement('prize-table');
    const [autumn] = week.campaigns;
    const prizes = [
      prize({}),
      prize({ campaignId: 'old', campaignName: 'Summer', gameId: 'foil' }),
    ];
    Object.assign(table, { prizes, campaigns: week.campaigns, currency: 'VND' });
    table.readAt = autumn?.endsAt ?? 0;
    await mount(table);
    const heads = findAll(table, '[scope="rowgroup"]').map(textOf);
    expect(heads[0]).to.contain('Autumn wheel (ended 30 Nov 2026)');
    expect(heads[1]).to.contain('Summer (gone from the programme)');
  });

  it('has its cost in sight on a tablet, however long the name of a campaign is', async () => {
    const table = document.createElement('prize-table');
    const campaignName =
      'A campaign for the autumn, the winter and the spring of this year and next';
    const more = { stock: 5_000, stockLeft: 4_900, campaignName };
    const prizes = week.prizes.map((each) => ({ ...each, ...more }));
    Object.assign(table, { prizes, campaigns: week.campaigns, currency: 'VND' });
    table.style.width = '640px';
    await mount(table);
    const scroll = find(table, '.scroll');
    expect(scroll.scrollWidth).to.be.at.most(scroll.clientWidth);
    const large = { stock: 1_234_567, stockLeft: 987_654, given: 16_000, plays: 200_000 };
    Object.assign(table, { prizes: [prize({ ...large, oddsSet: 0.08, cost: 123_456_789 })] });
    await settled(table);
    expect(find(table, 'th[scope="row"]').clientWidth).to.be.above(scroll.clientWidth / 6);
  });

  it('says how many codes are left where they run out before the stock', async () => {
    const table = document.createElement('prize-table');
    const prizes = [
      prize({ prizeId: 'a', codesLeft: 9 }),
      prize({ prizeId: 'b', stock: 50, stockLeft: 44, codesLeft: 1 }),
      prize({ prizeId: 'c', stock: 50, stockLeft: 44, codesLeft: 45 }),
      prize({ prizeId: 'd', codesLeft: 0 }),
    ];
    Object.assign(table, { prizes, currency: 'VND' });
    await mount(table);
    const stocks = findAll(table, '[data-label="Stock left"]').map(textOf);
    expect(stocks).to.deep.equal(['9 codes', '1 code', '44 of 50', 'no code']);
  });

  it('says what is off the table now, and what of the cost no game gave', async () => {
    const table = document.createElement('prize-table');
    const prizes = [
      prize({ given: 1_900, cost: 0 }),
      prize({ prizeId: 'old', label: 'Old', oddsSet: 0, given: 10, cost: 120_000 }),
    ];
    Object.assign(table, { prizes, currency: 'VND', costTotal: 150_000 });
    await mount(table);
    const old = findAll(table, 'tbody tr')[2];
    expect(textOf(old ?? table)).to.equal('Old not drawn 0.52% 10 – ₫120,000');
    expect(textOf(table)).to.contain('₫30,000 of the prize cost came from elsewhere');
    Object.assign(table, { costTotal: 120_000 });
    await settled(table);
    expect(textOf(table)).not.to.contain('elsewhere');
  });
});

describe('the latest plays', () => {
  afterEach(clearPage);

  it('stand in the site’s time, eight at first, all on demand', async () => {
    const table = document.createElement('play-table');
    Object.assign(table, {
      plays: week.latestPlays,
      timeZone: 'Asia/Ho_Chi_Minh',
      today: '2026-11-22',
    });
    await mount(table);
    const rows = () => findAll(table, 'tbody tr');
    expect(rows()).to.have.length(8);
    expect(textOf(rows()[0] ?? table)).to.equal('20 Nov, 10:04 …456789 Harvest wheel 10% off Won');
    expect(textOf(rows()[1] ?? table)).to.contain('No win');
    find(table, 'button.more').click();
    await settled(table);
    expect(rows()).to.have.length(12);
  });
});

describe('a hint', () => {
  afterEach(clearPage);

  it('opens for the keyboard, describes its sign, and closes with Escape', async () => {
    const hint = document.createElement('figure-hint');
    Object.assign(hint, { label: 'Plays', text: 'Settled draws in the period.' });
    // The mouse rests in the corner of the page, and would open a hint that stands there.
    Object.assign(hint.style, { position: 'absolute', top: '120px', left: '120px' });
    await mount(hint);
    const tip = find(hint, '#tip');
    expect(tip.matches(':popover-open')).to.equal(false);
    find(hint, 'button').focus();
    expect(tip.matches(':popover-open')).to.equal(true);
    expect(find(hint, 'button').getAttribute('aria-describedby')).to.equal('tip');
    await sendKeys({ press: 'Escape' });
    expect(tip.matches(':popover-open')).to.equal(false);
    expect(await axeProblems()).to.deep.equal([]);
  });
});

describe('the tag', () => {
  afterEach(clearPage);

  it('is copied, or selected where the browser forbids copying', async () => {
    const tag = document.createElement('embed-code');
    tag.code = '<script async src="https://fair.example/v1/fairground.js"></script>';
    await mount(tag);
    const written: string[] = [];
    const real = navigator.clipboard.writeText;
    try {
      navigator.clipboard.writeText = async (text) => void written.push(text);
      find(tag, 'button').click();
      await settled(tag);
      expect(written).to.deep.equal([tag.code]);
      expect(find(tag, '[role="status"]').textContent).to.equal('Copied.');
      navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'));
      find(tag, 'button').click();
      await settled(tag);
      expect(find(tag, '[role="status"]').textContent).to.contain('The tag is selected');
    } finally {
      navigator.clipboard.writeText = real;
    }
  });
});

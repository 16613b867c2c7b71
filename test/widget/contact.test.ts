/** A prize that waits for a contact: asked for at the claim, confirmed by a code, then torn off. */
import type { ContactAsk } from '../../shared/schema/contact-api.ts';
import { FakeServer, noRewards } from './fake-server.ts';
import { makeAnswer, makeQuiz } from './games-facts.ts';
import {
  clearPage,
  deep,
  equal,
  makeFair,
  mountPanel,
  mountStall,
  ok,
  spinToEnd,
  until,
} from './helper.ts';

const ask: ContactAsk = {
  contact: 'email',
  confirm: true,
  consent: 'Write to me about new teas.',
  consentNeeded: false,
};

let server: FakeServer;

afterEach(() => {
  server.stop();
  clearPage();
});

async function winAndClaim(): Promise<void> {
  server = new FakeServer(6, 0);
  server.ask = ask;
  const panel = await mountPanel(await makeFair());
  panel.open();
  await spinToEnd();
  (await until(() => deep('.stub'), 'the ticket')).click();
  await until(() => within('form'), 'the form');
}

/** Part of the form. */
function within(selector: string): HTMLElement | null {
  return deep('fairground-contact')?.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
}

function write(name: string, value: string): void {
  const field = deep(`[name=${name}]`);
  ok(field instanceof HTMLInputElement, name);
  field.value = value;
}

function trouble(): string {
  return within('.trouble')?.textContent ?? '';
}

function send(): void {
  within('.main')?.click();
}

describe('a prize that waits for a contact', () => {
  it('is claimed once the code is right, and wrong ones are said', async () => {
    await winAndClaim();
    const box = deep('[name=consent]');
    ok(box instanceof HTMLInputElement && !box.checked, 'the box is not ticked before');
    write('contact', 'mai');
    send();
    await until(() => trouble(), 'what is wrong');
    equal(server.called('leaveContact').length, 0, 'calls');

    write('contact', 'mai@shop.example');
    send();
    await until(() => deep('[name=code]'), 'the code');
    const [left] = server.called('leaveContact');
    ok(JSON.stringify(left?.input).includes('"consent":null'), 'nobody agreed');
    ok(JSON.stringify(left?.input).includes('"locale":"en"'), 'the language of the mail');
    write('code', '111111');
    send();
    await until(() => trouble().startsWith('That is not'), 'wrong code');
    write('code', '24 68 10');
    send();
    await until(() => deep('.copy'), 'the code of the voucher');
    equal(deep('fairground-contact'), null, 'form');
  });

  it('records the sentence beside the box that was ticked', async () => {
    await winAndClaim();
    deep('[name=consent]')?.click();
    write('contact', 'mai@shop.example');
    send();
    await until(() => deep('[name=code]'), 'the code');
    const [left] = server.called('leaveContact');
    ok(JSON.stringify(left?.input).includes('Write to me about new teas.'), 'the sentence');
  });
});

it('lets somebody answer a quiz at a network’s limit', async () => {
  server = new FakeServer();
  server.ask = { ...ask, consent: null };
  server.rewards = { ...noRewards, quizzes: [makeQuiz()] };
  const { ask: contact } = server;
  server.answers['answerQuiz'] = () => ({ code: 'network_limit_reached', contact });
  await mountStall(await makeFair(), { view: 'quiz' });
  (await until(() => deep('.choice'), 'a choice')).click();
  await until(() => within('form'), 'the form');
  write('contact', 'mai@shop.example');
  send();
  await until(() => deep('[name=code]'), 'the code');
  server.answers['answerQuiz'] = () => makeAnswer('eighty');
  write('code', '246810');
  send();
  await until(() => !deep('fairground-contact'), 'the end of the form');
  equal(deep('fairground-quiz')?.shadowRoot?.activeElement?.classList[0], 'choice', 'focus');
  deep('.choice')?.click();
  await until(() => deep('.verdict'), 'the verdict');
});

it('lets somebody play on at a network’s limit', async () => {
  server = new FakeServer(6, 2);
  server.ask = { ...ask, consent: null };
  const panel = await mountPanel(await makeFair());
  panel.open();
  await until(() => deep('.spin'), 'the spin button');
  server.refusal = { code: 'network_limit_reached', contact: server.ask };
  await spinToEnd();
  await until(() => within('form'), 'the form');
  write('contact', 'mai@shop.example');
  send();
  await until(() => deep('[name=code]'), 'the code');
  server.refusal = null;
  write('code', '246810');
  send();
  await until(() => deep('fairground-tokens'), 'the points');
});

/** The quiz and the surveys: what they send, and what they say to it. */
import { surveyKinds, type SurveyKind } from '../../shared/survey.ts';
import { FakeServer, noRewards } from './fake-server.ts';
import { makeAnswer, makeQuiz, makeSurvey, restingQuiz, thanksFor } from './games-facts.ts';
import { clearPage, deep, equal, makeFair, mountStall, ok, textOf, until } from './helper.ts';

let server: FakeServer;

beforeEach(() => {
  clearPage();
  server = new FakeServer();
});
afterEach(() => {
  server.stop();
  clearPage();
});

function inputs(name: string): Record<string, unknown>[] {
  return server.called(name).map(({ input }) => {
    const { commandId: _, ...rest } = input as Record<string, unknown>;
    return rest;
  });
}

async function openQuiz(): Promise<HTMLElement[]> {
  server.rewards = { ...noRewards, quizzes: [makeQuiz()] };
  server.answers['answerQuiz'] = (input) => {
    server.rewards = { ...noRewards, quizzes: [restingQuiz()] };
    return makeAnswer((input as { choice: string }).choice);
  };
  const stall = await mountStall(await makeFair(), { view: 'quiz' });
  await until(() => deep('.choice'), 'a choice');
  return [...(stall.shadowRoot?.querySelectorAll<HTMLElement>('.choice') ?? [])];
}

describe('a quiz', () => {
  it('sends the choice once, says that it was right and why, and gives what it gives', async () => {
    const [wrong, right] = await openQuiz();
    equal(textOf('h3'), 'At what temperature does green tea brew best?');
    right?.click();
    wrong?.click();
    await until(() => deep('.verdict.right'), 'the verdict');
    equal(inputs('answerQuiz'), [{ quizId: 'tea', questionId: 'green-tea', choice: 'eighty' }]);
    ok(textOf('.says').endsWith('That is right.'), textOf('.says'));
    ok(right?.textContent?.includes('right answer'), 'words beside the sign');
    ok(textOf('.verdict').includes('bitter'), 'the explanation');
    ok(deep('.verdict fairground-tokens'), 'the tokens');
    await until(
      () => deep('fairground-earned')?.shadowRoot?.textContent?.includes('Tea taster'),
      'the pin',
    );
  });

  it('shows what was right where it was not, and when the next question comes', async () => {
    const [wrong, right] = await openQuiz();
    wrong?.click();
    await until(() => deep('.verdict.wrong'), 'the verdict');
    ok(wrong?.textContent?.includes('your answer'), 'what was chosen');
    ok(right?.textContent?.includes('right answer'), 'what was right');
    ok(!deep('.verdict fairground-tokens'), 'no tokens');
    deep('.verdict .main')?.click();
    await until(() => textOf('h3').includes('The next question comes'), 'when');
  });

  it('keeps the same command while the line is down', async () => {
    const [, right] = await openQuiz();
    server.trouble.push('lost', 'lost', 'lost', 'lost');
    right?.click();
    await until(() => textOf('.trouble').startsWith('We lost the line'), 'the apology');
    right?.click();
    await until(() => deep('.verdict'), 'the verdict');
    const ids = server
      .called('answerQuiz')
      .map(({ input }) => (input as { commandId: string }).commandId);
    equal(new Set(ids).size, 1, 'commands');
  });
});

async function openSurvey(kind: SurveyKind, comment = false): Promise<ShadowRoot> {
  server.rewards = { ...noRewards, surveys: [makeSurvey(kind, { comment, subject: 'order-7' })] };
  server.answers['answerSurvey'] = (input) => {
    server.rewards = noRewards;
    return thanksFor((input as { surveyId: string }).surveyId);
  };
  const stall = await mountStall(await makeFair(), { view: 'survey' });
  const root = stall.shadowRoot;
  await until(() => deep('.sheet'), 'the sheet');
  ok(root, 'a root');
  return root;
}

describe('a survey', () => {
  const marks = { nps: 11, csat: 5, effort: 7, thumbs: 2, purchase_intention: 5, free_text: 0 };
  for (const kind of surveyKinds) {
    it(`asks on its own scale and sends what was marked: ${kind}`, async () => {
      const root = await openSurvey(kind);
      const radios = [...root.querySelectorAll<HTMLInputElement>('[type=radio]')];
      equal(radios.length, marks[kind], 'marks');
      root.querySelector<HTMLElement>('.main')?.click();
      equal(server.called('answerSurvey').length, 0, 'sent while nothing is marked');
      radios.at(-1)?.click();
      const field = root.querySelector('textarea');
      equal(field !== null, kind === 'free_text', 'a field for text');
      if (field) field.value = 'More oolong.\r\nPlease.';
      root.querySelector<HTMLElement>('.main')?.click();
      await until(() => deep('.thanks'), 'the thanks');
      const said =
        kind === 'free_text'
          ? { text: 'More oolong.\nPlease.' }
          : { score: Number(radios.at(-1)?.value) };
      equal(inputs('answerSurvey'), [{ surveyId: `ask-${kind}`, subject: 'order-7', ...said }]);
      ok(deep('.gains fairground-tokens'), 'the tokens');
    });
  }

  it('takes a comment along, and leaves out an empty one', async () => {
    const root = await openSurvey('csat', true);
    root.querySelector<HTMLInputElement>('[value="4"]')?.click();
    const field = root.querySelector('textarea');
    ok(field, 'a field');
    field.value = '  ';
    root.querySelector<HTMLElement>('.main')?.click();
    await until(() => deep('.thanks'), 'the thanks');
    equal(inputs('answerSurvey'), [{ surveyId: 'ask-csat', subject: 'order-7', score: 4 }]);
  });

  it('says so when it closed meanwhile', async () => {
    const root = await openSurvey('thumbs');
    server.answers['answerSurvey'] = () => ({ code: 'survey_not_open' });
    root.querySelector<HTMLInputElement>('[type=radio]')?.click();
    root.querySelector<HTMLElement>('.main')?.click();
    await until(() => textOf('.trouble').startsWith('This question is closed'), 'the reason');
  });
});

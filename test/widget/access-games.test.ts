/** Axe over the games beside the wheel: every state, by day and by night, in both directions. */
import { surveyKinds } from '../../shared/survey.ts';
import type { RewardsReply } from '../../shared/schema/rewards-api.ts';
import type { Terms } from '../../shared/schema/terms.ts';
import type { View } from '../../shared/views.ts';
import { axeProblems } from './axe.ts';
import { FakeServer, noRewards } from './fake-server.ts';
import { makeAnswer, makeQuiz, makeSurvey, restingQuiz, thanksFor } from './games-facts.ts';
import { clearPage, deep, equal, finishMotion, makeFair, mountPanel, until } from './helper.ts';

let server: FakeServer;

beforeEach(() => {
  clearPage();
  document.documentElement.lang = 'en';
  document.title = 'A shop';
});
afterEach(() => {
  server.stop();
  clearPage();
});

interface State {
  readonly name: string;
  readonly game?: FakeServer['game'];
  readonly rewards?: Partial<RewardsReply>;
  readonly view?: View;
  readonly refused?: boolean;
  /** Pressed one after the other. */
  readonly presses?: readonly string[];
  readonly shows: string;
}

const scratch = { kind: 'scratch' } as const;
const box = { kind: 'box', boxes: 6 } as const;
const terms: Terms = {
  rules: 'Play fair.\nBe kind.',
  organiser: 'Tea & Teapots',
  url: 'https://tea.example/rules',
  regions: ['VN'],
  ageMin: 16,
};

const states: State[] = [
  { name: 'a foil ticket', game: scratch, shows: 'canvas' },
  { name: 'a ticket that costs', game: { ...scratch, price: 10 }, shows: '.key' },
  {
    name: 'a ticket under way',
    game: { ...scratch, price: 10 },
    presses: ['.key'],
    shows: '.label',
  },
  { name: 'a ticket rubbed', game: scratch, presses: ['.key', '.skip'], shows: '.result' },
  { name: 'no ticket left', game: scratch, refused: true, shows: '.say' },
  { name: 'boxes', game: box, shows: '.box' },
  { name: 'an open box', game: box, presses: ['.box', '.skip'], shows: '.box.open' },
  { name: 'the terms', game: { ...box, terms }, presses: ['.odds'], shows: '#rules' },
  { name: 'what terms ask', game: { ...box, terms }, presses: ['.box'], shows: 'select' },
  { name: 'a question', view: 'quiz', rewards: { quizzes: [makeQuiz()] }, shows: '.choice' },
  {
    name: 'a right answer',
    view: 'quiz',
    rewards: { quizzes: [makeQuiz()] },
    presses: ['li:last-child > .choice'],
    shows: '.verdict.right',
  },
  {
    name: 'a wrong answer',
    view: 'quiz',
    rewards: { quizzes: [makeQuiz()] },
    presses: ['.choice'],
    shows: '.verdict.wrong',
  },
  { name: 'a quiz at rest', view: 'quiz', rewards: { quizzes: [restingQuiz()] }, shows: '.end' },
  { name: 'no quiz', view: 'quiz', shows: '.empty' },
  ...surveyKinds.map((kind): State => {
    const surveys = [makeSurvey(kind, { comment: kind === 'nps' })];
    return { name: `a survey: ${kind}`, view: 'survey', rewards: { surveys }, shows: '.sheet' };
  }),
  {
    name: 'thanks',
    view: 'survey',
    rewards: { surveys: [makeSurvey('thumbs')] },
    presses: ['[type=radio]', '.sheet .main'],
    shows: '.thanks',
  },
  { name: 'no survey', view: 'survey', shows: '.empty' },
];

function answerAll(): void {
  server.answers['answerQuiz'] = (input) => makeAnswer((input as { choice: string }).choice);
  server.answers['answerSurvey'] = (input) => thanksFor((input as { surveyId: string }).surveyId);
}

describe('axe finds nothing', () => {
  for (const theme of ['dusk', 'matinee']) {
    for (const locale of ['en', 'ar']) {
      for (const { name, game = {}, rewards, view = 'play', refused, presses, shows } of states) {
        it(`with ${name}, in ${theme}, in ${locale}`, async () => {
          server = new FakeServer(6, 2);
          server.game = game;
          server.rewards = { ...noRewards, ...rewards };
          if (refused) server.refusal = { code: 'daily_limit_reached', nextAt: Date.now() + 9e6 };
          answerAll();
          const fair = await makeFair({ theme });
          // The direction is the locale's, whatever language the sentences are in.
          fair.locale = locale;
          const panel = await mountPanel(fair);
          panel.show({ view });
          const root = panel.shadowRoot;
          await until(() => root && !deep('fairground-wheel:not([hidden])'), 'another thing');
          for (const press of presses ?? []) {
            (await until(() => inStall(press), press)).click();
          }
          await until(() => inStall(shows) ?? deep(shows), shows);
          finishMotion();
          equal(await axeProblems(), [], 'problems');
          document.querySelector('fairground-statement')?.remove();
        });
      }
    }
  }
});

/** Below the wheel that is hidden. */
function inStall(selector: string): HTMLElement | null {
  const view = deep('.view');
  for (const stall of view?.children ?? []) {
    if (stall.localName === 'fairground-wheel' || !stall.shadowRoot) continue;
    const found = deep(selector, stall.shadowRoot);
    if (found) return found;
  }
  return null;
}

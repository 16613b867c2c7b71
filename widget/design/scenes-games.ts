/** The games in every state that a play can meet. */
import type { Refusal } from '../../shared/refusals.ts';
import { surveyKinds } from '../../shared/survey.ts';
import type { FakeServer } from '../../test/widget/fake-server.ts';
import {
  makeAnswer,
  makeQuiz,
  makeSurvey,
  restingQuiz,
  thanksFor,
} from '../../test/widget/games-facts.ts';
import { noRewards } from '../../test/widget/fake-server.ts';
import { askToState } from '../games/statement.ts';
import {
  breakLine,
  fieldOf,
  mountStall,
  mountWheel,
  silence,
  skipToEnd,
  terms,
  type Scene,
  type Stage,
  type State,
} from './stage.ts';

const won = 0;
const lost = 1;
const points = 2;

const limit = (): Refusal => ({
  code: 'daily_limit_reached',
  nextAt: new Date().setHours(24, 0, 0, 0),
});

const wheel: Scene = {
  name: 'Prize wheel',
  says: 'A pegged fair wheel with a flapper and bulbs round the rim.',
  states: [
    { name: 'ready', show: mountWheel },
    { name: '2 prizes', slots: 2, show: mountWheel },
    { name: '12 prizes', slots: 12, show: mountWheel },
    { name: '16 prizes', slots: 16, show: mountWheel },
    { name: 'loading', prepare: hang('start'), show: mountWheelBare },
    {
      name: 'turning',
      show: async (stage) => {
        stage.server.gate = silence();
        await mountWheel(stage);
        await stage.press('.spin');
      },
    },
    { name: 'won a ticket', slot: won, show: spin },
    { name: 'won points', slot: points, show: spin },
    {
      name: 'won with a badge',
      slot: points,
      prepare: (server) => {
        server.earned = [{ kind: 'badge', id: 'taster', name: 'Tea taster', given: [] }];
      },
      show: spin,
    },
    { name: 'lost', slot: lost, show: spin },
    { name: 'refused', prepare: (server) => (server.refusal = limit()), show: mountWheel },
    {
      name: 'offline',
      prepare: (server) => (server.answers['start'] = breakLine),
      show: mountWheel,
    },
    {
      name: 'line lost in a play',
      prepare: (server) => (server.answers['play'] = breakLine),
      show: async (stage) => {
        await mountWheel(stage);
        await stage.press('.spin');
      },
    },
    { name: 'empty', prepare: (server) => (server.hasGames = false), show: mountWheel },
  ],
};

function booth(kind: 'scratch' | 'box', touch: string): State[] {
  const game: FakeServer['game'] = kind === 'box' ? { kind, boxes: 6 } : { kind };
  const play = async (stage: Stage): Promise<void> => {
    await mountStall(stage, { view: 'play' });
    await stage.press(touch);
    await skipToEnd(stage);
  };
  const show = async (stage: Stage): Promise<void> =>
    void (await mountStall(stage, { view: 'play' }));
  const as = (more: Partial<State> & { name: string }): State => ({
    show,
    ...more,
    prepare: (server) => {
      server.game = { ...game, ...(more.name.startsWith('costs points') ? { price: 10 } : {}) };
      more.prepare?.(server);
    },
  });
  return [
    as({ name: 'ready' }),
    as({ name: 'costs points' }),
    as({
      name: 'costs points, under way',
      show: async (stage) => {
        await show(stage);
        await stage.press(touch);
        await stage.see('.skip');
      },
    }),
    as({ name: 'won a ticket', slot: won, show: play }),
    as({ name: 'won points', slot: points, show: play }),
    as({ name: 'lost', slot: lost, show: play }),
    as({ name: 'refused', prepare: (server) => (server.refusal = limit()) }),
    as({
      name: 'line lost in a play',
      prepare: (server) => (server.answers['play'] = breakLine),
      show: async (stage) => {
        await show(stage);
        await stage.press(touch);
      },
    }),
  ];
}

const quiz: Scene = {
  name: 'Quiz',
  says: 'A question at a time: teach, then reward.',
  states: [
    asked('ready'),
    asked('right', 'li:last-child > .choice'),
    asked('wrong', '.choice'),
    {
      name: 'done for today',
      prepare: (server) => (server.rewards = { ...noRewards, quizzes: [restingQuiz()] }),
      show: at('quiz'),
    },
    { name: 'empty', show: at('quiz') },
  ],
};

function asked(name: string, choice?: string): State {
  return {
    name,
    prepare: (server) => {
      server.rewards = { ...noRewards, quizzes: [makeQuiz()] };
      server.answers['answerQuiz'] = (input) => makeAnswer(fieldOf(input, 'choice'));
    },
    show: async (stage) => {
      await mountStall(stage, { view: 'quiz' });
      if (choice) await stage.press(choice);
    },
  };
}

const survey: Scene = {
  name: 'Survey',
  says: 'Listen, then reward: every scale that there is.',
  states: [
    ...surveyKinds.map((kind): State => ({
      name: kind,
      prepare: (server) => {
        const surveys = [makeSurvey(kind, { comment: kind === 'nps' })];
        server.rewards = { ...noRewards, surveys };
      },
      show: at('survey'),
    })),
    {
      name: 'thanks',
      prepare: (server) => {
        server.rewards = { ...noRewards, surveys: [makeSurvey('thumbs')] };
        server.answers['answerSurvey'] = () => thanksFor('ask-thumbs');
      },
      show: async (stage) => {
        await mountStall(stage, { view: 'survey' });
        await stage.press('[type=radio]');
        await stage.press('.sheet .main');
      },
    },
    { name: 'empty', show: at('survey') },
  ],
};

const statement: Scene = {
  name: 'What the terms ask',
  says: 'A small form over the game, before the first play.',
  isFramed: true,
  states: [
    {
      name: 'ready',
      prepare: (server) => {
        server.game = { terms };
      },
      show: async ({ fair }) => {
        await fair.open();
        await fair.loadMore();
        const game = fair.session.game();
        if (game) void askToState(fair, game);
      },
    },
  ],
};

export const games: readonly Scene[] = [
  wheel,
  {
    name: 'Scratch card',
    says: 'A foil ticket; the foil comes off under the finger.',
    states: booth('scratch', '.key'),
  },
  { name: 'Mystery box', says: 'Striped boxes; a lid lifts.', states: booth('box', '.box') },
  quiz,
  survey,
  statement,
];

async function mountWheelBare(stage: Stage): Promise<void> {
  void mountWheel(stage);
}

async function spin(stage: Stage): Promise<void> {
  await mountWheel(stage);
  await stage.press('.spin');
  await skipToEnd(stage);
}

function hang(call: string): (server: FakeServer) => void {
  return (server) => {
    server.answers[call] = silence;
  };
}

function at(view: 'quiz' | 'survey') {
  return async (stage: Stage): Promise<void> => void (await mountStall(stage, { view }));
}

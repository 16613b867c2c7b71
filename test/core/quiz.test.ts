/** Quizzes: what is asked when, what an answer gives, and in which order it is refused. */
import { describe, expect, it } from 'vitest';
import type { ShopperFacts } from '../../server/core/facts.ts';
import {
  decideAnswerQuiz,
  decideFinishQuizzes,
  mergeQuizState,
  quizViews,
  type QuizState,
} from '../../server/core/quiz.ts';
import { progressWith, shopperFacts, shopperWith, stampAt } from '../helper/facts.ts';
import { siteId, type ProgrammeParts } from '../helper/programme.ts';

type QuizInput = NonNullable<ProgrammeParts['quizzes']>[number];

const choices = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B' },
];
const question = (id: string): QuizInput['questions'][number] => ({
  id,
  question: `${id}?`,
  choices,
  right: 'a',
  explanation: `Because ${id}.`,
  prizeId: 'ten-points',
});
const tea: QuizInput = { id: 'tea', name: 'Tea', questions: ['one', 'two', 'three'].map(question) };

interface Given extends Partial<Pick<ShopperFacts, 'shopper'>> {
  readonly quiz?: Partial<QuizInput>;
  /** The answers so far, `right` or `wrong`, each with its day. */
  readonly answers?: QuizState['answers'];
}

const today = '2026-12-01';
const right = { choice: 'a', right: true, day: today };
const wrong = { choice: 'b', right: false, day: today };

function facts({ quiz, answers, ...changes }: Given = {}): ShopperFacts {
  const state = answers ? { quiz: new Map([['tea', { answers }]]) } : {};
  const prizes = [{ id: 'star', kind: 'points', label: 'Star', points: 1 }] as const;
  return shopperFacts(
    { quizzes: [{ ...tea, ...quiz }], prizes },
    { progress: progressWith(state), ...changes },
  );
}

function answer(given: ShopperFacts, questionId = 'one', choice = 'a', quizId = 'tea') {
  const command = { siteId, commandId: 'command-1', shopperId: 'anna', quizId, questionId, choice };
  return decideAnswerQuiz(given, { ...command, kind: 'answer_quiz' }, stampAt());
}

describe('an answer that could be refused for two reasons says the first', () => {
  const merged = shopperWith({ mergedInto: 'c_anna' });
  const closed = { closesOn: '2026-11-30' };
  it.each<[string, ReturnType<typeof answer>, string]>([
    [
      'merged beats not found',
      answer(facts({ shopper: merged }), 'one', 'a', 'none'),
      'shopper_merged',
    ],
    ['no quiz beats no question', answer(facts(), 'none', 'a', 'none'), 'quiz_not_found'],
    ['no question', answer(facts(), 'none'), 'question_not_found'],
    [
      'answered beats closed',
      answer(facts({ answers: { one: right }, quiz: closed })),
      'question_answered',
    ],
    ['answered stays answered', answer(facts({ answers: { one: wrong } })), 'question_answered'],
    ['closed beats not the next', answer(facts({ quiz: closed }), 'two'), 'quiz_not_open'],
    [
      'the day beats not the next',
      answer(facts({ quiz: { perDay: 1 }, answers: { one: right } }), 'three'),
      'quiz_day_limit_reached',
    ],
    ['not the next beats no choice', answer(facts(), 'two', 'z'), 'question_not_open'],
    ['no choice', answer(facts(), 'one', 'z'), 'bad_request'],
  ])('%s', (_what, decision, code) => {
    expect(decision).toMatchObject({ kind: 'refused', refusal: { code } });
  });
});

describe('what an answer gives', () => {
  const two = { one: right, two: right };
  const scores = [
    { rightMin: 1, prizeId: 'star' },
    { rightMin: 3, prizeId: 'ten-off' },
  ];
  it.each<[string, Given, string, string, string[]]>([
    ['right', {}, 'one', 'a', ['ten-points']],
    ['wrong', {}, 'one', 'b', []],
    [
      'the last one, right',
      { answers: two, quiz: { completionPrizeId: 'star' } },
      'three',
      'a',
      ['ten-points', 'star'],
    ],
    [
      'the last one, wrong',
      { answers: two, quiz: { completionPrizeId: 'star' } },
      'three',
      'b',
      ['star'],
    ],
    [
      'the highest score',
      { answers: two, quiz: { scores } },
      'three',
      'a',
      ['ten-points', 'ten-off'],
    ],
    ['a lower score', { answers: two, quiz: { scores } }, 'three', 'b', ['star']],
    ['no score', { answers: { one: wrong, two: wrong }, quiz: { scores } }, 'three', 'b', []],
    ['no score before the end', { answers: { one: right }, quiz: { scores } }, 'two', 'b', []],
  ])('%s', (_what, given, questionId, choice, ids) => {
    const decision = answer(facts(given), questionId, choice);
    if (decision.kind !== 'decided') throw new Error(decision.kind);
    expect(decision.outcome.given.map(({ prize }) => prize.id)).toEqual(ids);
  });

  it('with the right choice and why, and the next question without them', () => {
    const decision = answer(facts(), 'one', 'b');
    if (decision.kind !== 'decided') throw new Error(decision.kind);
    expect(decision.outcome).toMatchObject({
      right: false,
      rightChoice: 'a',
      explanation: 'Because one.',
      score: { right: 0, answered: 1, questions: 3 },
    });
    const keys = ['id', 'question', 'choices', 'reward'];
    expect(Object.keys(decision.outcome.next ?? {})).toEqual(keys);
  });
});

describe('what is asked now', () => {
  it.each<[string, Given, string | null, string | null]>([
    ['the first', {}, 'one', null],
    ['the next', { answers: { one: wrong } }, 'two', null],
    [
      'nothing more today',
      { quiz: { perDay: 1 }, answers: { one: right } },
      null,
      'quiz_day_limit_reached',
    ],
    [
      'the next on the next day',
      { quiz: { perDay: 1 }, answers: { one: { ...right, day: '2026-11-30' } } },
      'two',
      null,
    ],
    [
      'nothing when all is answered',
      { quiz: { perDay: 3 }, answers: { one: right, two: right, three: right } },
      null,
      null,
    ],
    ['the first on its last day', { quiz: { closesOn: today } }, 'one', null],
    ['nothing before it opens', { quiz: { opensOn: '2026-12-02' } }, null, 'quiz_not_open'],
  ])('%s', (_what, given, next, code) => {
    const [view] = quizViews(facts(given), stampAt().now);
    expect([view?.next?.id ?? null, view?.refusal?.code ?? null]).toEqual([next, code]);
  });

  it('says when the day is over', () => {
    const [view] = quizViews(
      facts({ quiz: { perDay: 1 }, answers: { one: right } }),
      stampAt().now,
    );
    expect(view?.refusal?.nextAt).toBe(Date.parse('2026-12-02T00:00:00+07:00'));
  });
});

it.each<[string, QuizState, QuizState | undefined, QuizState]>([
  [
    'the answers of both, the customer’s own first',
    { answers: { one: wrong, two: right } },
    { answers: { one: right } },
    { answers: { one: right, two: right }, joined: true },
  ],
  ['those of the one', { answers: { one: wrong } }, undefined, { answers: { one: wrong } }],
  [
    'what either was paid for as paid',
    { answers: { one: right }, finished: true },
    { answers: { one: wrong } },
    { answers: { one: wrong }, finished: true },
  ],
  [
    'what the customer was paid for as paid',
    { answers: { two: right } },
    { answers: { one: right }, finished: true },
    { answers: { one: right, two: right }, finished: true },
  ],
])('a sign-in keeps %s', (_what, from, to, both) => {
  expect(mergeQuizState(from, to)).toEqual(both);
});

describe('after a sign-in the whole quiz gives', () => {
  const all = { one: right, two: wrong, three: right };
  const quiz = { completionPrizeId: 'star', scores: [{ rightMin: 2, prizeId: 'ten-off' }] };
  const finish = (state: QuizState, shopper = shopperWith()) => {
    const progress = progressWith({ quiz: new Map([['tea', state]]) });
    const command = { siteId, commandId: 'command-1', shopperId: 'anna' };
    const given = { ...facts({ quiz }), progress, shopper };
    return decideFinishQuizzes(given, { ...command, kind: 'finish_quizzes' }, stampAt());
  };

  it('its end and its score, when two answered it together', () => {
    const decision = finish({ answers: all, joined: true });
    if (decision.kind !== 'decided') throw new Error(decision.kind);
    expect(decision.outcome.given.map(({ prize }) => prize.id)).toEqual(['star', 'ten-off']);
    expect(decision.changes).toContainEqual({
      kind: 'progress',
      progress: {
        shopperId: 'anna',
        of: 'quiz',
        itemId: 'tea',
        state: { answers: all, joined: true, finished: true },
      },
    });
  });

  it.each<[string, QuizState]>([
    ['one of them was paid', { answers: all, joined: true, finished: true }],
    ['nobody was joined', { answers: all }],
    ['a question is open', { answers: { one: right, two: right }, joined: true }],
  ])('nothing when %s', (_what, state) => {
    expect(finish(state)).toMatchObject({ kind: 'refused', refusal: { code: 'quiz_not_open' } });
  });

  it('nothing to a shopper who was merged', () => {
    const merged = shopperWith({ mergedInto: 'c_anna' });
    const decision = finish({ answers: all, joined: true }, merged);
    expect(decision).toMatchObject({ refusal: { code: 'shopper_merged' } });
  });
});

describe('an answer is kept of the shopper', () => {
  const named = { ...question('one'), attribute: 'drinks' };
  it.each<[string, Given, string]>([
    ['under the ids of quiz and question', {}, 'tea.one'],
    ['or as the question says', { quiz: { questions: [named, question('two')] } }, 'drinks'],
  ])('%s', (_what, given, itemId) => {
    const decision = answer(facts(given), 'one', 'b');
    const changes = decision.kind === 'decided' ? decision.changes : [];
    const state = { value: 'b', at: stampAt().now };
    const progress = { shopperId: 'anna', of: 'attribute', itemId, state };
    expect(changes).toContainEqual({ kind: 'progress', progress });
  });
});

it('an answer counts for missions, right or wrong', () => {
  const step = {
    label: 'Answer',
    measure: { activity: 'answer', name: 'tea' },
    target: 1,
  } as const;
  const mission = { id: 'learner', name: 'Learner', steps: [step], prizeIds: ['ten-off'] };
  const given = shopperFacts({ quizzes: [tea], missions: [mission] });
  expect(answer(given, 'one', 'b')).toMatchObject({
    outcome: {
      earned: [{ kind: 'mission', id: 'learner', given: [{ prize: { id: 'ten-off' } }] }],
    },
  });
});

it('a quiz that was paid pays no second time for a question that came later', () => {
  const state = { answers: { one: right, two: right }, finished: true };
  const progress = progressWith({ quiz: new Map([['tea', state]]) });
  const given = { ...facts({ quiz: { completionPrizeId: 'star' } }), progress };
  const decision = answer(given, 'three', 'a');
  if (decision.kind !== 'decided') throw new Error(decision.kind);
  expect(decision.outcome.given.map(({ prize }) => prize.id)).toEqual(['ten-points']);
});

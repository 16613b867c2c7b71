/** Surveys: who is asked, which answers count, and what an answer brings. */
import { describe, expect, it } from 'vitest';
import { countActivity } from '../../server/core/activity.ts';
import { attributesOf, decideSetAttributes, mergeAttribute } from '../../server/core/attribute.ts';
import type { Change } from '../../server/core/decision.ts';
import { Effects } from '../../server/core/effects.ts';
import type { ShopperFacts } from '../../server/core/facts.ts';
import type { Activity } from '../../server/core/measure.ts';
import { decideAnswerSurvey } from '../../server/core/answer-survey.ts';
import {
  mergeSurveyBooks,
  surveyViews,
  type SurveyBook,
  type SurveyState,
} from '../../server/core/survey.ts';
import { limits } from '../../shared/limits.ts';
import type { ProgrammeInput } from '../../shared/schema/programme.ts';
import type { SurveyKind } from '../../shared/survey.ts';
import { now, progressWith, shopperFacts, shopperWith, stampAt } from '../helper/facts.ts';
import { siteId } from '../helper/programme.ts';

type SurveyInput = NonNullable<ProgrammeInput['surveys']>[number];
type Did = Partial<Activity> & Pick<Activity, 'kind'>;

const day = 86_400_000;
const commandId = 'command-1';
const nps: SurveyInput = { id: 'nps', kind: 'nps', question: 'Would you recommend us?' };
const afterOrder: SurveyInput = { ...nps, ask: { after: 'order' } };
const eachOrder: SurveyInput = { ...nps, ask: { after: 'order', repeat: 'each' } };
const afterTicket: SurveyInput = { ...nps, ask: { after: 'event', name: 'ticket-closed' } };

const order = (subject: string): Did => ({ kind: 'order', subject });

function bookWith(state: Partial<SurveyState>): Map<string, SurveyBook> {
  return new Map([['all', { items: [['nps', { asked: [], answered: [], ...state }]] }]]);
}

function factsOf(
  survey: SurveyInput,
  state: Partial<SurveyState> = {},
  more: Partial<ShopperFacts> = {},
): ShopperFacts {
  const progress = progressWith({ survey: bookWith(state) });
  return shopperFacts({ surveys: [survey] }, { progress, ...more });
}

/** What the shopper is asked about after all that they did. */
function askedAfter(survey: SurveyInput, did: readonly Did[], state = {}, at = now): string[] {
  let facts = factsOf(survey, state);
  for (const each of did) {
    const effects = new Effects(facts, stampAt(now));
    countActivity(effects, { commandId, name: '', amount: 0, items: [], ...each });
    facts = afterwards(facts, changesOf(effects.decided(() => null)));
  }
  return surveyViews(facts, at).map(({ subject }) => subject);
}

describe('a question is asked', () => {
  it.each<[string, SurveyInput, readonly Did[], readonly string[]]>([
    ['of everybody when it follows nothing', nps, [], ['']],
    ['not before an order', afterOrder, [], []],
    ['after an order', afterOrder, [order('o-1')], ['']],
    ['once, however many orders there are', afterOrder, [order('o-1'), order('o-2')], ['']],
    ['about each order', eachOrder, [order('o-1'), order('o-2')], ['o-1', 'o-2']],
    ['about one order once', eachOrder, [order('o-1'), order('o-1')], ['o-1']],
    ['after a play', { ...nps, ask: { after: 'play' } }, [{ kind: 'play', name: 'wheel' }], ['']],
    ['after a closed ticket', afterTicket, [{ kind: 'event', name: 'ticket-closed' }], ['']],
    ['not after another event', afterTicket, [{ kind: 'event', name: 'review' }], []],
    [
      'about each event by its command',
      { ...nps, ask: { after: 'event', repeat: 'each' } },
      [{ kind: 'event', name: 'review' }],
      [commandId],
    ],
  ])('%s', (_what, survey, did, subjects) => {
    expect(askedAfter(survey, did)).toEqual(subjects);
  });

  it.each<[string, SurveyInput, Partial<SurveyState>, readonly string[]]>([
    ['for ever once it is answered', afterOrder, { answered: [''] }, []],
    ['about an order that it was answered for', eachOrder, { answered: ['o-1'] }, []],
    ['of anybody when everybody is asked', nps, { answered: [''] }, []],
  ])('never again %s', (_what, survey, state, subjects) => {
    expect(askedAfter(survey, [order('o-1')], state)).toEqual(subjects);
  });

  it('again when the time to answer was over before the next order', () => {
    const over = { asked: [['', now] as const] };
    expect(askedAfter(afterOrder, [order('o-1')], over)).toEqual(['']);
  });

  it('until the end of its last site day', () => {
    const closesAt = Date.parse('2026-12-16T00:00:00+07:00');
    expect(askedAfter(afterOrder, [order('o-1')], {}, closesAt - 1)).toEqual(['']);
    expect(askedAfter(afterOrder, [order('o-1')], {}, closesAt)).toEqual([]);
  });

  it('about the latest orders, when there are too many', () => {
    const many = Array.from({ length: limits.surveyAskedMax + 1 }, (_, at) => order(`o-${at}`));
    const asked = askedAfter(eachOrder, many);
    expect([asked.length, asked[0]]).toEqual([limits.surveyAskedMax, 'o-1']);
  });
});

type Answer = { subject?: string; score?: number; text?: string; surveyId?: string };

function answer(facts: ShopperFacts, given: Answer) {
  const command = { kind: 'answer_survey', siteId, commandId, shopperId: 'anna' } as const;
  return decideAnswerSurvey(
    facts,
    { ...command, surveyId: 'nps', subject: '', ...given },
    stampAt(),
  );
}

const merged = { shopper: shopperWith({ mergedInto: 'c_anna' }) };

describe('an answer that could be refused for two reasons says the first', () => {
  it.each<[string, ShopperFacts, Answer, string]>([
    ['merged beats not found', factsOf(nps, {}, merged), { surveyId: 'no' }, 'shopper_merged'],
    ['not found', factsOf(nps), { surveyId: 'no' }, 'survey_not_found'],
    [
      'answered beats not open',
      factsOf(eachOrder, { answered: ['o-1'] }),
      { subject: 'o-1', score: 9 },
      'survey_answered',
    ],
    ['not open beats a bad answer', factsOf(afterOrder), { score: 11 }, 'survey_not_open'],
    ['too late', factsOf(afterOrder, { asked: [['', now]] }), { score: 9 }, 'survey_not_open'],
    [
      'about something else',
      factsOf(eachOrder, { asked: [['o-1', now + 1]] }),
      { subject: 'o-2', score: 9 },
      'survey_not_open',
    ],
    ['about something, asked about nothing', factsOf(nps), { subject: 'x' }, 'survey_not_open'],
    ['a bad answer', factsOf(nps), {}, 'bad_request'],
    ['a text that was not asked for', factsOf(nps), { score: 9, text: 'Good' }, 'bad_request'],
  ])('%s', (_what, facts, given, code) => {
    expect(answer(facts, given)).toMatchObject({ kind: 'refused', refusal: { code } });
  });
});

describe('an answer lies on the scale of its kind', () => {
  it.each<[SurveyKind, readonly number[], readonly number[]]>([
    ['nps', [0, 10], [-1, 11]],
    ['csat', [1, 5], [0, 6]],
    ['effort', [1, 7], [0, 8]],
    ['thumbs', [0, 1], [-1, 2]],
    ['purchase_intention', [1, 5], [0, 6]],
    ['free_text', [], [1]],
  ])('%s', (kind, good, bad) => {
    const facts = factsOf({ ...nps, kind });
    const kinds = [...good, ...bad].map((score) => answer(facts, { score }).kind);
    expect(kinds).toEqual([...good.map(() => 'decided'), ...bad.map(() => 'refused')]);
  });

  it('or is a text, where a text is asked for', () => {
    expect(answer(factsOf({ ...nps, kind: 'free_text' }), { text: 'Good' }).kind).toBe('decided');
    const commented = factsOf({ ...nps, comment: true });
    expect(answer(commented, { score: 9, text: 'Good' }).kind).toBe('decided');
  });
});

describe('an answer that counts', () => {
  const facts = factsOf(
    { ...eachOrder, prizeIds: ['ten-points'] },
    { asked: [['o-1', now + day]] },
  );
  const decision = answer(facts, { subject: 'o-1', score: 9 });
  const changes = changesOf(decision);

  it('rewards, once', () => {
    expect(decision).toMatchObject({
      outcome: { given: [{ prize: { id: 'ten-points' } }], wallet: { points: 10 } },
    });
    expect(changes.filter(({ kind }) => kind === 'award')).toMatchObject([
      { award: { cause: { kind: 'survey', id: commandId } } },
    ]);
  });

  it('is kept, is one event, and becomes an attribute', () => {
    expect(changes).toContainEqual({
      kind: 'survey_answered',
      answer: {
        surveyId: 'nps',
        shopperId: 'anna',
        subject: 'o-1',
        kind: 'nps',
        score: 9,
        text: null,
      },
    });
    const events = changes.flatMap((each) => (each.kind === 'event' ? [each.event] : []));
    expect(events.filter(({ kind }) => kind === 'survey.answered')).toMatchObject([
      { payload: { itemId: 'nps', score: 9 } },
    ]);
    expect(attributesOf(afterwards(facts, changes).progress)).toEqual(new Map([['nps', 9]]));
  });

  it('is not asked for again', () => {
    expect(surveyViews(afterwards(facts, changes), now)).toEqual([]);
  });

  it('becomes the attribute that the survey names, a long text cut', () => {
    const named = factsOf({ ...nps, kind: 'free_text', attribute: 'why' });
    const text = 'a'.repeat(limits.surveyTextCharactersMax);
    const after = afterwards(named, changesOf(answer(named, { text })));
    expect(attributesOf(after.progress)).toEqual(
      new Map([['why', 'a'.repeat(limits.textCharactersMax)]]),
    );
  });
});

describe('signing in', () => {
  const asked = (subject: string, closesAt: number): readonly [string, number] => [
    subject,
    closesAt,
  ];
  it.each<[string, Partial<SurveyState>, Partial<SurveyState> | undefined, Partial<SurveyState>]>([
    ['keeps what the device answered', { answered: ['a'] }, undefined, { answered: ['a'] }],
    ['knows both answers', { answered: ['a'] }, { answered: ['b'] }, { answered: ['a', 'b'] }],
    [
      'asks no more what one of them answered',
      { asked: [asked('', 5)] },
      { answered: [''] },
      { answered: [''] },
    ],
    [
      'asks what either was asked',
      { asked: [asked('a', 5)] },
      { asked: [asked('b', 6)] },
      { asked: [asked('a', 5), asked('b', 6)] },
    ],
  ])('%s', (_what, from, to, expected) => {
    const book = (state: Partial<SurveyState>): SurveyBook => ({
      items: [['nps', { asked: [], answered: [], ...state }]],
    });
    expect(mergeSurveyBooks(book(from), to && book(to))).toEqual(book(expected));
  });

  it('keeps the attribute that was said last', () => {
    const [early, late] = [
      { value: 1, at: 1 },
      { value: 2, at: 2 },
    ];
    expect(mergeAttribute(early, late)).toEqual(late);
    expect(mergeAttribute(late, early)).toEqual(late);
    expect(mergeAttribute(early, undefined)).toEqual(early);
  });
});

describe('attributes of the shop', () => {
  const customer = { shopperId: 'anna', externalId: '7' };
  const known = (count: number): ShopperFacts => {
    const states = Array.from(
      { length: count },
      (_, at) => [`a${at}`, { value: at, at: 1 }] as const,
    );
    return shopperFacts({}, { progress: progressWith({ attribute: new Map(states) }) });
  };
  const set = (facts: ShopperFacts, attributes: Record<string, string | number | boolean>) =>
    decideSetAttributes(
      facts,
      { kind: 'set_attributes', siteId, commandId, customer, attributes },
      stampAt(),
    );

  it('are added to what is known, and the last word holds', () => {
    expect(set(known(2), { a1: 'new', vip: true })).toMatchObject({
      outcome: { shopperId: '7', attributes: { a0: 0, a1: 'new', vip: true } },
    });
  });

  it('are not without end', () => {
    const full = known(limits.attributesPerShopperMax);
    expect(set(full, { a1: 'new' }).kind).toBe('decided');
    expect(set(full, { more: 1 })).toMatchObject({ refusal: { code: 'attribute_limit_reached' } });
  });
});

function changesOf(decision: { kind: string; changes?: readonly Change[] }): readonly Change[] {
  return decision.changes ?? [];
}

/** The facts that the next command of the shopper finds. */
function afterwards(facts: ShopperFacts, changes: readonly Change[]): ShopperFacts {
  const survey = new Map(facts.progress.survey);
  const attribute = new Map(facts.progress.attribute);
  for (const change of changes) {
    if (change.kind !== 'progress') continue;
    const { of, itemId, state } = change.progress;
    const kept = JSON.parse(JSON.stringify(state));
    if (of === 'survey') survey.set(itemId, kept);
    if (of === 'attribute') attribute.set(itemId, kept);
  }
  return { ...facts, progress: progressWith({ survey, attribute }) };
}

it('an answer counts for missions', () => {
  const step = { label: 'Answer', measure: { activity: 'answer' }, target: 1 } as const;
  const missions = [{ id: 'heard', name: 'Heard', steps: [step], prizeIds: ['ten-points'] }];
  const facts = shopperFacts({ surveys: [nps], missions });
  const answer = { siteId, commandId, shopperId: 'anna', surveyId: 'nps', subject: '', score: 9 };
  expect(decideAnswerSurvey(facts, { ...answer, kind: 'answer_survey' }, stampAt())).toMatchObject({
    outcome: { earned: [{ kind: 'mission', id: 'heard' }], wallet: { points: 10 } },
  });
});

/** What is personal of a shopper: they see it, and have it erased. */
import type { ShopperId, SiteId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { ok, refuse, type Result } from '../../shared/refusals.ts';
import type { PersonalDataReply } from '../../shared/schema/personal-data-api.ts';
import { attributesOf } from '../core/attribute.ts';
import type { EraseDataCommand } from '../core/command.ts';
import { decideEraseData } from '../core/erase.ts';
import { leadRow } from '../store/sql/lead.ts';
import { playerOf } from '../store/sql/leaderboard.ts';
import {
  answersOf,
  contactsOf,
  hashedContactsOf,
  planEraseData,
} from '../store/sql/personal-data.ts';
import { statedBy } from '../store/sql/play.ts';
import { birthdayOf } from '../store/sql/profile.ts';
import { progressFrom, progressOf } from '../store/sql/progress.ts';
import { intOf, intOrNull, textOf, textOrNull } from '../store/sql/row.ts';
import { shopperById, shopperRow } from '../store/sql/shopper.ts';
import { useCase, type Deps } from './deps.ts';

export const eraseData = useCase(planEraseData, decideEraseData);

/** Of somebody who is there: what the shop asks for in their name makes nobody. */
export async function eraseDataOf(
  deps: Deps,
  command: EraseDataCommand,
): Promise<Result<{ readonly erasedAt: number }>> {
  const known = await personalDataOf(deps, command.siteId, command.shopperId);
  if (!known.ok) return known;
  const erased = await eraseData(deps, command);
  return erased.ok ? ok({ erasedAt: erased.value.erasedAt }) : erased;
}

export async function personalDataOf(
  deps: Deps,
  siteId: SiteId,
  shopperId: ShopperId,
): Promise<Result<PersonalDataReply>> {
  const data = await readPersonalData(deps, siteId, shopperId);
  return data.ok && data.value.since === null ? refuse('shopper_not_found') : data;
}

export async function readPersonalData(
  deps: Deps,
  siteId: SiteId,
  shopperId: ShopperId,
): Promise<Result<PersonalDataReply>> {
  const [shoppers, birthdays, progress, players, leads, hashed, answers, stated] =
    await deps.store.report([
      shopperById(siteId, shopperId),
      birthdayOf(siteId, shopperId),
      progressOf(siteId, shopperId, ['attribute']),
      playerOf(siteId, shopperId),
      contactsOf(siteId, shopperId),
      hashedContactsOf(siteId, shopperId),
      answersOf(siteId, shopperId, limits.answersShownMax),
      statedBy(siteId, shopperId),
    ]);
  const shopper = shoppers?.[0] ? shopperRow(shoppers[0]) : null;
  if (shopper && shopper.mergedInto !== null) return refuse('shopper_merged');
  return ok({
    since: shopper?.createdAt ?? null,
    customerId: shopper?.externalId ?? null,
    birthday: birthdays?.[0] ? textOrNull(birthdays[0], 'birthday') : null,
    attributes: Object.fromEntries(attributesOf(progressFrom(progress ?? []))),
    alias: players?.[0] ? textOrNull(players[0], 'alias') : null,
    contacts: (leads ?? []).map((row) => {
      const { kind, contact, consent, leftAt, confirmedAt } = leadRow(row);
      return { kind, contact, consent, leftAt, confirmedAt };
    }),
    hashedContacts: (hashed ?? []).map((row) => textOf(row, 'kind')),
    answers: (answers ?? []).map((row) => ({
      surveyId: textOf(row, 'survey_id'),
      score: intOrNull(row, 'score'),
      comment: textOrNull(row, 'comment'),
      at: intOf(row, 'at'),
    })),
    stated: (stated ?? []).map((row) => ({
      region: textOrNull(row, 'region'),
      ageConfirmed: intOrNull(row, 'age_confirmed'),
    })),
  });
}

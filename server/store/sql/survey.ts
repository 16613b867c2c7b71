/** Statements about the answers to surveys. */
import type { SiteId } from '../../../shared/ids.ts';
import type { Moment, SurveyAnswer } from '../../core/decision.ts';
import type { Write } from '../store.ts';

/** An answer belongs to whoever gave it, who may be merged later. */
export function saveAnswer(
  siteId: SiteId,
  commandId: string,
  answer: SurveyAnswer,
  { now, day }: Moment,
): Write {
  return {
    sql: `INSERT INTO survey_answer (site_id, survey_id, shopper_id, subject, command_id, kind,
        score, comment, at, day)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      ON CONFLICT (site_id, survey_id, shopper_id, subject) DO UPDATE
      SET command_id = excluded.command_id, kind = excluded.kind, score = excluded.score,
        comment = excluded.comment, at = excluded.at, day = excluded.day`,
    params: [
      siteId,
      answer.surveyId,
      answer.shopperId,
      answer.subject,
      commandId,
      answer.kind,
      answer.score,
      answer.text,
      now,
      day,
    ],
    rows: 1,
  };
}

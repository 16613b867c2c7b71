/** Kinds of surveys and what their answers may be. */

export const surveyKinds = [
  'nps',
  'csat',
  'effort',
  'thumbs',
  'purchase_intention',
  'free_text',
] as const;

export type SurveyKind = (typeof surveyKinds)[number];

export interface Scale {
  /** The worst answer; with `effort` (CES) the most effort. */
  readonly min: number;
  readonly max: number;
}

/**
 * The scale of a kind, whole steps; null where the answer is a text. NPS 0–10 (Reichheld, 2003),
 * CSAT 1–5, CES 1–7 (Dixon, 2.0), thumbs down 0 or up 1, purchase intention from 1 (very unlikely)
 * to 5 (very likely).
 */
export const surveyScales: Readonly<Record<SurveyKind, Scale | null>> = {
  nps: { min: 0, max: 10 },
  csat: { min: 1, max: 5 },
  effort: { min: 1, max: 7 },
  thumbs: { min: 0, max: 1 },
  purchase_intention: { min: 1, max: 5 },
  free_text: null,
};

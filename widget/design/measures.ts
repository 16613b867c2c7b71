/** What the style sheets really use: sizes, radii, shadows, motions. Read from them, not listed. */
import type { CSSResult } from 'lit';
import { answerStyles } from '../styles/answers.ts';
import { badgeStyles } from '../styles/badges.ts';
import { boothStyles } from '../styles/booth.ts';
import { boxStyles } from '../styles/box.ts';
import { checkInStyles } from '../styles/check-in.ts';
import { fairPlayStyles } from '../styles/fair-play.ts';
import { formStyles } from '../styles/form.ts';
import { leaderboardStyles } from '../styles/leaderboard.ts';
import { missionStyles } from '../styles/missions.ts';
import { panelStyles } from '../styles/panel.ts';
import { scratchStyles } from '../styles/scratch.ts';
import { settingsStyles } from '../styles/settings.ts';
import { shopStyles } from '../styles/shop.ts';
import { stallStyles } from '../styles/stall.ts';
import { surveyStyles } from '../styles/survey.ts';
import { theme } from '../styles/theme.ts';
import { ticketStyles } from '../styles/ticket.ts';
import { tierStyles } from '../styles/tiers.ts';
import { wheelStyles } from '../styles/wheel.ts';

export interface Use {
  readonly value: string;
  /** In how many declarations. */
  readonly count: number;
}

const sheets: readonly CSSResult[] = [
  theme,
  panelStyles,
  stallStyles,
  boothStyles,
  formStyles,
  wheelStyles,
  scratchStyles,
  boxStyles,
  ticketStyles,
  checkInStyles,
  answerStyles,
  surveyStyles,
  missionStyles,
  badgeStyles,
  tierStyles,
  leaderboardStyles,
  shopStyles,
  settingsStyles,
  fairPlayStyles,
];

const css = sheets.map(({ cssText }) => cssText).join('\n');

/** Font sizes in pixels, the smallest first. */
export function sizesUsed(): Use[] {
  return inPixels([...valuesOf('font-size'), ...valuesOf('font').flatMap(firstPixels)]);
}

export function radiiUsed(): Use[] {
  return inPixels(valuesOf('border-radius'));
}

/** Gaps between things. */
export function gapsUsed(): Use[] {
  return inPixels(valuesOf('gap').flatMap((value) => value.split(' ')));
}

export function shadowsUsed(): Use[] {
  return count(valuesOf('box-shadow').filter((value) => value.includes('shade')));
}

export function durationsUsed(): Use[] {
  const motions = [...valuesOf('transition'), ...valuesOf('animation')];
  const uses = count(motions.flatMap((value) => value.match(/\b\d+ms\b/g) ?? []));
  return uses.sort((a, b) => Number.parseInt(a.value, 10) - Number.parseInt(b.value, 10));
}

export function curvesUsed(): Use[] {
  return count(css.match(/cubic-bezier\([^)]*\)/g) ?? []);
}

function valuesOf(property: string): string[] {
  const pattern = new RegExp(`[\\s{;]${property}:\\s*([^;}]+)`, 'g');
  return [...css.matchAll(pattern)].map(([, value = '']) => value.replaceAll(/\s+/g, ' ').trim());
}

function firstPixels(value: string): string[] {
  return value.match(/\d+px/)?.slice(0, 1) ?? [];
}

function inPixels(values: readonly string[]): Use[] {
  return count(values.filter((value) => /^\d+px$/.test(value))).sort(
    (a, b) => Number.parseInt(a.value, 10) - Number.parseInt(b.value, 10),
  );
}

/** The most frequent first. */
function count(values: readonly string[]): Use[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, times]) => ({ value, count: times }))
    .sort((a, b) => b.count - a.count);
}

/** The funnel as rows, and where its bars stand. */
import type { FunnelStep } from '../../shared/funnel.ts';
import type { Compared, OverviewReply } from '../../shared/schema/admin-api.ts';
import { formatCount } from './format.ts';

export interface FunnelRow {
  readonly step: FunnelStep;
  readonly shoppers: Compared;
  /**
   * Of the step before, 0 to 1. Undefined for the first, after nobody, and where more came than
   * went.
   */
  readonly conversion: number | undefined;
  /** Shoppers of the step before that did not come this far, never below zero. */
  readonly drop: number;
  /** Of the largest step, 0 to 1: the length of the bar. */
  readonly length: number;
}

export function funnelRows(funnel: OverviewReply['funnel']): FunnelRow[] {
  const most = funnel.reduce((max, { shoppers }) => Math.max(max, shoppers.value), 0);
  return funnel.map(({ step, shoppers }, index) => {
    const previous = index === 0 ? undefined : funnel[index - 1]?.shoppers.value;
    const isNarrowing = previous !== undefined && previous > 0 && shoppers.value <= previous;
    return {
      step,
      shoppers,
      conversion: isNarrowing ? shoppers.value / previous : undefined,
      drop: previous === undefined ? 0 : Math.max(0, previous - shoppers.value),
      length: most === 0 ? 0 : shoppers.value / most,
    };
  });
}

/**
 * True when a later step counts more shoppers than an earlier one: views are counted with consent
 * only, plays always, so both can be right.
 */
export function widens(rows: readonly FunnelRow[]): boolean {
  return rows.some(
    (row, index) => index > 0 && row.shoppers.value > (rows[index - 1]?.shoppers.value ?? 0),
  );
}

export interface FunnelShape {
  readonly height: number;
  /** There is room for the number that dropped, beside the share that went on. */
  readonly hasDrops: boolean;
  /** As long as the longest bar. */
  readonly trackWidth: number;
  readonly rows: readonly {
    readonly row: FunnelRow;
    readonly labelX: number;
    readonly bar: { x: number; y: number; width: number; height: number };
    readonly countX: number;
    readonly noteX: number;
    readonly textY: number;
    /** From this bar to the next: what is lost on the way. Empty under the last. */
    readonly slope: string;
  }[];
}

/** Below this width the words stand above their bar instead of beside it. */
const wideFrom = 520;
const dropsFrom = 330;

export function funnelShape(rows: readonly FunnelRow[], width: number): FunnelShape {
  const isWide = width >= wideFrom;
  const hasDrops = width >= dropsFrom;
  const most = rows.reduce((max, { shoppers }) => Math.max(max, shoppers.value), 0);
  // Room for 999,999 at least; of a million the first figures stood on the bar.
  const signs = Math.max(7, formatCount(most).length);
  const countRoom = signs * 10 + 6;
  const noteRoom = signs * 8 + 58;
  const frame = isWide
    ? { bar: 30, gap: 18, above: 0, left: 92, right: countRoom + noteRoom }
    : { bar: 16, gap: 12, above: 22, left: 0, right: 0 };
  const room = Math.max(1, width - frame.left - frame.right);
  const pitch = frame.above + frame.bar + frame.gap;
  const barAt = (index: number) => ({
    x: frame.left,
    y: index * pitch + frame.above,
    width: rounded((rows[index]?.length ?? 0) * room),
    height: frame.bar,
  });
  return {
    height: Math.max(0, rows.length * pitch - frame.gap),
    trackWidth: room,
    hasDrops,
    rows: rows.map((row, index) => {
      const bar = barAt(index);
      const textY = isWide ? bar.y + bar.height / 2 : index * pitch + 10;
      return {
        row,
        bar,
        textY,
        labelX: 0,
        countX: isWide ? width - noteRoom : width - (hasDrops ? noteRoom + 6 : 52),
        noteX: width,
        slope: isWide && index < rows.length - 1 ? slope(bar, barAt(index + 1)) : '',
      };
    }),
  };
}

type Box = FunnelShape['rows'][number]['bar'];

function slope(upper: Box, lower: Box): string {
  const foot = upper.y + upper.height;
  return (
    `M${upper.x} ${foot}H${upper.x + upper.width}` +
    `L${lower.x + lower.width} ${lower.y}H${lower.x}Z`
  );
}

function rounded(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

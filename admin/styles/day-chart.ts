/** How the day chart looks: ink on paper, one accent for what is being read. */
import { css } from 'lit';

export const dayChartStyles = css`
  .choices {
    display: flex;
    gap: 2px;
    margin: 0;
    padding: 3px;
    min-inline-size: 0;
    max-inline-size: 100%;
    overflow-x: auto;
    border: 0;
    border-radius: 9px;
    background: var(--ink-faint);
    scrollbar-width: none;
  }
  .choices label {
    position: relative;
    flex: none;
    cursor: pointer;
  }
  .choices input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .choices span {
    display: grid;
    place-items: center;
    min-block-size: 38px;
    padding: 0 12px;
    border-radius: var(--radius-small);
    color: var(--quiet);
    font-size: var(--size-13);
    font-weight: 550;
    white-space: nowrap;
  }
  .choices label::after {
    content: '';
    position: absolute;
    inset: -3px 0;
  }
  .choices input:checked + span {
    background: var(--surface);
    color: var(--text);
    box-shadow: var(--shadow);
  }
  .choices input:focus-visible + span {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  .chart {
    position: relative;
    block-size: 240px;
    border-radius: var(--radius-small);
    cursor: crosshair;
    touch-action: pan-y;
    user-select: none;
  }
  svg {
    display: block;
    overflow: visible;
  }
  .grid {
    stroke: var(--line);
  }
  .base {
    stroke: var(--line-strong);
  }
  .tick {
    fill: var(--quiet);
    font-size: var(--size-13);
    font-variant-numeric: tabular-nums;
  }
  .bar {
    fill: var(--ink);
  }
  .bar.today {
    fill: var(--ink-soft);
    stroke: var(--ink);
    stroke-dasharray: 3 3;
  }
  .bar.read {
    fill: var(--accent);
    stroke: none;
  }
  .line {
    fill: none;
    stroke: var(--ink);
    stroke-width: 1.75;
    stroke-linejoin: round;
  }
  .area {
    fill: var(--ink-faint);
  }
  .cursor {
    stroke: var(--accent);
    stroke-dasharray: 2 3;
  }
  .dot {
    fill: var(--accent);
    stroke: var(--surface);
    stroke-width: 2;
  }
  .plate {
    fill: var(--surface);
    stroke: var(--line-strong);
  }
  .plate-value {
    fill: var(--text);
    font-size: var(--size-15);
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .plate-day {
    fill: var(--quiet);
    font-size: var(--size-13);
  }
  .none {
    position: absolute;
    inset-block-start: 40%;
    inset-inline: 0;
    text-align: center;
    color: var(--quiet);
    pointer-events: none;
  }
  @media print {
    .chart {
      block-size: auto;
    }
    .choices label:not(:has(:checked)) {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .bar {
      fill: CanvasText;
    }
    .bar.read,
    .choices input:checked + span {
      fill: Highlight;
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .line,
    .base {
      stroke: CanvasText;
    }
    .tick,
    .plate-value,
    .plate-day {
      fill: CanvasText;
    }
    .plate {
      fill: Canvas;
    }
  }
`;

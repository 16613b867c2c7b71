/** How a punch card looks: printed paper, the same by day and by night. */
import { css } from 'lit';

export const checkInStyles = css`
  .punchcard {
    --_paper: #f8ecd3;
    --_ink: #231f3e;
    --_print: #a3202e;
    display: grid;
    gap: 12px;
    padding: 16px;
    border-radius: 6px 6px 12px 12px;
    /* A clipped corner, as punch cards have: it says which way is up. */
    clip-path: polygon(18px 0, 100% 0, 100% 100%, 0 100%, 0 18px);
    background: var(--_paper);
    color: var(--_ink);
  }
  :host([dir='rtl']) .punchcard {
    clip-path: polygon(0 0, calc(100% - 18px) 0, 100% 18px, 100% 100%, 0 100%);
  }
  .lift {
    filter: drop-shadow(0 3px 6px rgb(var(--fairground-shade) / 0.35));
  }
  .punchcard header {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 4px 16px;
    padding-block-end: 12px;
    border-block-end: 2px solid var(--_print);
  }
  .streak {
    font-size: 24px;
    font-weight: 800;
    line-height: 1.15;
  }
  .best {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    font-size: 13px;
  }
  .squares {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    gap: 4px;
  }
  .squares.wide {
    grid-template-columns: repeat(auto-fill, minmax(max(4.6em, 22%), 1fr));
    gap: 8px;
  }
  .squares.wide li:last-child:nth-child(7) {
    grid-column-end: span 2;
  }
  .squares li {
    position: relative;
    display: grid;
    justify-items: center;
    align-content: start;
    gap: 2px;
    padding: 2px 2px 4px;
    border: 1px solid color-mix(in srgb, var(--_print) 45%, var(--_paper));
    border-radius: 3px;
    font-size: 13px;
    line-height: 1.2;
    text-align: center;
    overflow-wrap: anywhere;
  }
  .squares.wide li {
    padding: 4px 4px 8px;
  }
  .squares .number {
    justify-self: start;
    padding-inline-start: 2px;
    font-weight: 700;
    color: var(--_print);
  }
  .squares .today {
    outline: 2px solid var(--_print);
    background: #fff8e6;
  }
  .sign {
    inline-size: min(100%, 34px);
    block-size: auto;
    overflow: visible;
    fill: none;
    stroke: var(--_ink, currentColor);
    stroke-width: 2.2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .wide .sign {
    inline-size: 40px;
  }
  .hole {
    fill: #221d3d;
    stroke: color-mix(in srgb, #8a7747 70%, var(--_paper, #f8ecd3));
    stroke-width: 1;
  }
  .rim {
    stroke: #0b0820;
    stroke-width: 2.4;
  }
  .stitch {
    stroke: var(--_print, currentColor);
    stroke-width: 1.8;
    stroke-dasharray: 2.6 3;
  }
  .frost {
    stroke: #1c5f8c;
    stroke-width: 1.9;
  }
  .ring {
    stroke: color-mix(in srgb, #8a7747 75%, transparent);
    stroke-width: 1.4;
  }
  .today .open .ring {
    stroke: var(--_print);
    stroke-width: 2.6;
    stroke-dasharray: 4.4 3.1;
  }
  .missed .ink,
  .paused .ink,
  .excused .ink {
    stroke: #6b5f45;
  }
  .gift {
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: #b9812a;
  }
  .chad {
    position: absolute;
    inset-block-start: 40%;
    inset-inline-start: calc(50% - 11px);
    inline-size: 22px;
    block-size: 22px;
    border-radius: 50%;
    background: var(--_paper);
    box-shadow: 0 1px 3px rgb(35 20 60 / 0.5);
    pointer-events: none;
  }
  .signs {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    /* The card's own paper: its inks are made for nothing else. */
    background: #f8ecd3;
    color: #231f3e;
    font-size: 13px;
  }
  .signs li {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .signs .sign {
    inline-size: 20px;
  }
  .act {
    display: grid;
    justify-items: center;
    gap: 8px;
    text-align: center;
    text-wrap: balance;
  }
  .act .main {
    min-inline-size: min(100%, 256px);
  }
  .way li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px 12px;
  }
  .snow {
    display: flex;
    gap: 12px;
    align-items: center;
  }
  .snow svg {
    flex: none;
    inline-size: 40px;
    fill: none;
    stroke-width: 1.9;
    stroke-linecap: round;
  }
  .snow .frost {
    stroke: color-mix(in oklab, #4f9fd0 50%, var(--fairground-text));
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  @media (forced-colors: active) {
    .punchcard {
      --_paper: Canvas;
      --_ink: CanvasText;
      --_print: CanvasText;
      clip-path: none;
      border: 1px solid;
    }
    .hole {
      fill: CanvasText;
    }
    .ring,
    .frost,
    .sign .ink {
      stroke: CanvasText;
    }
    .gift {
      border: 4px solid;
    }
    .squares .today {
      outline-color: Highlight;
      background: Canvas;
    }
  }
`;

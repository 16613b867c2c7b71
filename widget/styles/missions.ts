/** How missions look: chalk on a slate in a wooden frame. */
import { css } from 'lit';

export const missionStyles = css`
  .boards {
    --_chalk: #f4f1e6;
    --_dim: #c3d2ca;
    --_yellow: #ffdf8c;
    gap: 16px;
  }
  .board {
    display: grid;
    gap: 12px;
    padding: 16px 16px;
    border: 7px solid #7a5230;
    border-block-start-color: #8c6239;
    border-block-end-color: #65421f;
    border-radius: 6px;
    /* Where the sponge went. */
    background:
      radial-gradient(60% 40% at 75% 20%, rgb(255 255 255 / 0.06), transparent),
      radial-gradient(50% 60% at 20% 85%, rgb(255 255 255 / 0.05), transparent), #24403a;
    color: var(--_chalk);
    box-shadow:
      inset 0 2px 6px rgb(0 0 0 / 0.5),
      0 3px 8px rgb(var(--fairground-shade) / 0.3);
  }
  .board header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 2px 12px;
  }
  h4 {
    font-size: 18px;
    line-height: 1.25;
    text-wrap: balance;
  }
  .state {
    padding: 1px 10px;
    border: 2px solid var(--_yellow);
    border-radius: 50% 46% 52% 48% / 60% 54% 58% 50%;
    color: var(--_yellow);
    font-size: 13px;
    font-weight: 700;
    rotate: -2deg;
  }
  .dim {
    color: var(--_dim);
  }
  .steps {
    gap: 12px;
  }
  .steps > li {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr);
    gap: 2px 12px;
    align-items: start;
  }
  .steps svg,
  .tally {
    fill: none;
    stroke: var(--_chalk);
    stroke-width: 2.2;
    stroke-linecap: round;
    stroke-linejoin: round;
    overflow: visible;
  }
  .steps .box {
    inline-size: 22px;
    block-size: 22px;
  }
  .tick {
    stroke: var(--_yellow);
    stroke-width: 3;
  }
  .locked .box,
  .locked .label {
    opacity: 0.85;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px 12px;
  }
  .label {
    flex: 1 1 60%;
  }
  .count {
    white-space: nowrap;
  }
  /* One slanting stroke on each line of the text, drawn at the hand's pace. */
  .struck {
    padding-inline: 4px;
    background: linear-gradient(
        178.6deg,
        transparent calc(50% - 1px),
        var(--_yellow) calc(50% - 0.6px) calc(50% + 1px),
        transparent calc(50% + 1.6px)
      )
      0 0 / 100% 100% no-repeat;
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
    animation: strike 420ms cubic-bezier(0.4, 0, 0.3, 1) 250ms backwards;
  }
  :host([dir='rtl']) .struck {
    background-position: 100% 0;
  }
  @keyframes strike {
    from {
      background-size: 0 100%;
    }
  }
  .tally {
    inline-size: auto;
    block-size: 20px;
    stroke-width: 2.4;
  }
  .tally .left {
    opacity: 0.3;
  }
  :host([dir='rtl']) .tally {
    scale: -1 1;
  }
  .rail {
    block-size: 12px;
    padding: 2px;
    border: 1.5px solid var(--_chalk);
    border-radius: 4px 5px 4px 6px;
  }
  .rail i {
    display: block;
    block-size: 100%;
    background: repeating-linear-gradient(115deg, var(--_chalk) 0 3px, transparent 3px 5px);
  }
  .brings {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 8px;
    font-size: 13px;
  }
  .tag {
    padding: 4px 12px 4px 20px;
    border-radius: 3px;
    background: radial-gradient(circle at 10px 50%, #24403a 3px, transparent 3.6px) #f8ecd3;
    color: #231f3e;
    font-weight: 700;
  }
  :host([dir='rtl']) .tag {
    padding: 4px 20px 4px 12px;
    background: radial-gradient(circle at calc(100% - 10px) 50%, #24403a 3px, transparent 3.6px)
      #f8ecd3;
  }
  .wiped {
    min-block-size: 160px;
    place-content: center;
    text-align: center;
    text-wrap: balance;
  }
  @media (forced-colors: active) {
    .boards {
      --_chalk: CanvasText;
      --_dim: CanvasText;
      --_yellow: CanvasText;
    }
    .struck {
      text-decoration: line-through;
      animation: none;
    }
    .rail i {
      background: Highlight;
    }
    .tag {
      border: 1px solid;
    }
  }
`;

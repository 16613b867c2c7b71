/** How a survey looks: a sheet on a clipboard, its marks as large as a thumb. */
import { css } from 'lit';

export const surveyStyles = css`
  .sheet {
    position: relative;
    display: grid;
    gap: 16px;
    margin-block: 16px;
    padding: 28px 12px 16px;
    border: 1px solid #d9c79c;
    border-radius: 6px;
    background: linear-gradient(#fffaf0, #f8efdc);
    color: #231f3e;
    box-shadow: 0 6px 18px rgb(var(--fairground-shade) / 0.28);
    --fairground-text: #231f3e;
    --fairground-quiet: #5a4a36;
    --fairground-line: #d9c79c;
    --fairground-surface: #fff;
    --fairground-accent: #c42b3a;
    --fairground-accent-deep: #a3202e;
    --fairground-on-accent: #fff;
    --fairground-bad: #a51d2d;
    --fairground-good: #0f6b57;
    --_bar: #c42b3a;
  }
  .clip {
    position: absolute;
    inset-block-start: -16px;
    inset-inline-start: calc(50% - 36px);
    inline-size: 72px;
    block-size: 30px;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-block-end: 16px;
    font-size: 18px;
    font-weight: 700;
    line-height: 1.3;
    text-wrap: balance;
  }
  .scale {
    display: grid;
    gap: 8px;
  }
  /* As wide as their words, which may be long. */
  .csat .scale {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .csat .mark {
    flex: 1 0 min-content;
    min-inline-size: 44px;
  }
  .csat .tile {
    overflow-wrap: normal;
  }
  /* Two rows of six and five, or as many as there is room for. */
  .nps .scale {
    grid-template-columns: repeat(auto-fill, minmax(max(44px, 14%), 1fr));
  }
  .effort .scale {
    grid-template-columns: repeat(auto-fit, minmax(44px, 1fr));
    gap: 4px;
  }
  .thumbs .scale {
    grid-template-columns: 1fr 1fr;
  }
  .purchase_intention .scale {
    grid-template-columns: 1fr;
  }
  .mark {
    position: relative;
    display: grid;
  }
  /* There for the keyboard and for readers; the tile is what is seen. */
  .mark input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .tile {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    min-block-size: 48px;
    padding: 8px 2px;
    border: 2px solid #b9a478;
    border-radius: 6px;
    background: #fff;
    font-weight: 700;
    text-align: center;
    line-height: 1.2;
    justify-content: center;
    overflow-wrap: anywhere;
  }
  .tile .small {
    font-weight: 400;
  }
  .purchase_intention .tile {
    align-items: start;
    padding-inline: 44px 12px;
  }
  .purchase_intention .tile::before {
    content: '';
    position: absolute;
    inset-block: calc(50% - 10px);
    inset-inline-start: 12px;
    inline-size: 20px;
    border: 2px solid #5a4a36;
    border-radius: 50%;
  }
  .purchase_intention .tile .small {
    font-size: 15px;
  }
  .purchase_intention .num {
    display: none;
  }
  :checked + .tile {
    border-color: #c42b3a;
    background: #c42b3a;
    color: #fff;
  }
  .purchase_intention :checked + .tile::before {
    border-color: #fff;
    background: radial-gradient(#fff 5px, #0000 6px);
  }
  :focus-visible + .tile {
    outline: 3px solid #231f3e;
    outline-offset: 2px;
  }
  .tile svg {
    inline-size: 36px;
    block-size: 36px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .thumbs .tile {
    min-block-size: 96px;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    padding-block-start: 8px;
  }
  .ends span:last-child {
    text-align: end;
  }
  .scale ~ .text {
    margin-block-start: 16px;
  }
  .text {
    display: grid;
    gap: 8px;
    font-weight: 700;
  }
  textarea {
    inline-size: 100%;
    padding: 12px;
    border: 1px solid #5a4a36;
    border-radius: 6px;
    background: #fff;
    color: inherit;
    font: inherit;
    /* Smaller text makes phones zoom in. */
    font-size: 18px;
    resize: vertical;
  }
  .thanks {
    justify-items: center;
    text-align: center;
    text-wrap: balance;
    animation: reveal 220ms var(--_ease);
  }
  .thanks h3 {
    padding: 8px 16px;
    border: 3px double #0f6b57;
    border-radius: 6px;
    color: #0f6b57;
    font-size: 24px;
    rotate: -3deg;
  }
  .thanks h3:focus {
    outline: 0;
  }
  .gains {
    display: grid;
    justify-items: center;
    gap: 16px;
    padding-block-end: 16px;
  }
  .gains fairground-ticket {
    justify-self: stretch;
  }
  @media (forced-colors: active) {
    :checked + .tile {
      border: 4px solid Highlight;
    }
  }
`;

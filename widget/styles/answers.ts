/** How questions and their answers look: a card, and answers as large as a thumb. */
import { css } from 'lit';

export const answerStyles = css`
  .top {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 2px 12px;
  }
  .lamps {
    grid-column: 2;
    grid-row: 1 / span 2;
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 8px;
    max-inline-size: 144px;
  }
  .lamps i {
    inline-size: 14px;
    block-size: 14px;
    border: 2px solid var(--fairground-quiet);
    border-radius: 50%;
  }
  .lamps .right {
    border-color: #8a5a00;
    background: #ffc247;
    box-shadow: 0 0 8px #ffc247aa;
  }
  .lamps .done {
    background: var(--fairground-quiet);
  }
  .card {
    position: relative;
    gap: 12px;
  }
  .card[part] {
    padding: 24px 16px 20px;
    border: 2px solid #231f3e;
    background: linear-gradient(#fdf4e0, #f5e7c8);
    color: #231f3e;
  }
  .card[part] .quiet {
    color: #5a4a36;
  }
  /* The pin that holds the card. */
  .card[part]::before {
    content: '';
    position: absolute;
    inset-block-start: -8px;
    inset-inline-start: calc(50% - 9px);
    inline-size: 18px;
    block-size: 18px;
    border: 2px solid #5e3d0b;
    border-radius: 50%;
    background: radial-gradient(circle at 35% 30%, #fff3c9, #e9b949 45%, #9a6a1c);
  }
  h3:focus,
  .verdict:focus {
    outline: 0;
  }
  .choices {
    gap: 12px;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 12px;
    inline-size: 100%;
    min-block-size: 56px;
    padding-block: 8px;
    padding-inline: 12px 16px;
    border: 2px solid var(--fairground-line);
    background: var(--fairground-surface);
    text-align: start;
    font-weight: 700;
  }
  .choice[aria-disabled='true'] {
    cursor: default;
  }
  .choice .grow {
    flex: 1;
    min-inline-size: 0;
  }
  .letter {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
    background: #2f2a63;
    color: #fff;
  }
  li:nth-child(4n + 1) .letter {
    background: #c42b3a;
  }
  li:nth-child(4n + 2) .letter {
    background: #1f7a72;
  }
  li:nth-child(4n) .letter {
    background: #ffc247;
    color: #231f3e;
  }
  .chosen {
    border-color: var(--fairground-text);
  }
  .choice.right {
    border-color: var(--fairground-good);
  }
  .choice.wrong {
    border-color: var(--fairground-bad);
    border-style: dashed;
  }
  li .right .letter {
    background: #0f6b57;
    color: #fff;
  }
  li .wrong .letter {
    background: #a51d2d;
    color: #fff;
  }
  .verdict {
    justify-items: center;
    text-align: center;
    text-wrap: balance;
    animation: reveal 220ms var(--_ease);
  }
  .verdict fairground-ticket,
  .end fairground-ticket {
    justify-self: stretch;
  }
  .says {
    font-size: 18px;
    font-weight: 700;
  }
  .right .says {
    color: var(--fairground-good);
  }
  .wrong .says {
    color: var(--fairground-bad);
  }
  .end {
    justify-items: center;
    text-align: center;
    text-wrap: balance;
  }
  .end .second {
    border-color: #231f3e;
    background: #fff;
    color: #231f3e;
  }
  @media (forced-colors: active) {
    .lamps .right {
      background: Highlight;
      forced-color-adjust: none;
    }
    .letter {
      border: 1px solid;
    }
    .chosen {
      border-width: 4px;
    }
    li .right .letter {
      background: Highlight;
      color: HighlightText;
      /* Else a plate of the page's colour lies under the sign. */
      forced-color-adjust: none;
    }
  }
`;

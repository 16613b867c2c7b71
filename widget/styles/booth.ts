/** How the games beside the wheel stand: the game, and under it what it says. */
import { css } from 'lit';

export const boothStyles = css`
  :host {
    display: flex;
    flex-direction: var(--_way, column);
    min-block-size: 100%;
    max-inline-size: var(--_wide, 416px);
    margin-inline: auto;
  }
  .scene {
    position: relative;
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 12px;
    flex: 1;
    padding-block: 12px 4px;
  }
  @media (max-width: 440px) {
    /* Under the signpost, which stands in the corner. */
    .scene:has(~ fairground-games) {
      padding-block-start: 46px;
    }
  }
  .foot {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 12px;
    min-block-size: 160px;
    inline-size: var(--_half, auto);
    padding: 8px 4px 12px;
    text-align: center;
  }
  .foot p {
    max-inline-size: 34ch;
    text-wrap: balance;
  }
  .foot .main {
    min-inline-size: min(100%, 224px);
  }
  .say {
    font-size: 18px;
    font-weight: 700;
    line-height: 1.3;
  }
  .result {
    animation: reveal 220ms var(--_ease);
  }
  .result > fairground-ticket {
    align-self: stretch;
  }
`;

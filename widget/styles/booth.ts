/** How the games beside the wheel stand: the game, and under it what it says. */
import { css } from 'lit';

export const boothStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-block-size: 100%;
    max-inline-size: 416px;
    margin-inline: auto;
  }
  .scene {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 12px;
    flex: 1;
    padding-block: 12px 4px;
  }
  .foot {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 10px;
    min-block-size: 160px;
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
  @keyframes reveal {
    from {
      opacity: 0;
      translate: 0 12px;
    }
  }
`;

/** How the wheel and what stands under it look. */
import { css } from 'lit';

export const wheelStyles = css`
  :host {
    position: relative;
    max-inline-size: 26rem;
    margin-inline: auto;
    container-type: inline-size;
    isolation: isolate;
  }
  .wheel {
    position: relative;
    inline-size: min(100%, var(--fairground-wheel-size, 26rem));
    margin-inline: auto;
    aspect-ratio: 1;
    border-radius: 50%;
  }
  .wheel::before {
    content: '';
    position: absolute;
    inset: 3%;
    border-radius: 50%;
    box-shadow: 0 12px 32px rgb(var(--fairground-shade) / 0.38);
  }
  .wheel svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }
  .disc,
  .flapper,
  .lamp {
    will-change: transform, opacity;
  }
  .flapper {
    transform-origin: 50% 3.5%;
  }
  .out .lamp {
    opacity: 0;
  }
  .out .disc {
    filter: saturate(0.5) brightness(0.8);
  }
  text {
    font-family: inherit;
    font-weight: 700;
  }
  .foot {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: flex-start;
    gap: 10px;
    min-block-size: 9.5rem;
    padding: 14px 8px 8px;
    text-align: center;
  }
  .foot > p {
    max-inline-size: 34ch;
    text-wrap: balance;
  }
  .say {
    font-size: 18px;
    font-weight: 700;
    line-height: 1.3;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 4px 12px;
  }
  .spin {
    min-inline-size: min(100%, 14rem);
  }
  .result {
    animation: reveal 220ms var(--_ease);
  }
  .mark {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 44px;
    font-size: 13px;
  }
  .mark svg {
    inline-size: 16px;
    block-size: 16px;
  }
  .good {
    color: var(--fairground-good);
  }
  .bad {
    color: var(--fairground-bad);
  }
  fairground-ticket {
    inline-size: 100%;
  }
  @keyframes reveal {
    from {
      opacity: 0;
      translate: 0 12px;
    }
  }
  @media (forced-colors: active) {
    .wheel svg {
      forced-color-adjust: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .result,
    .wheel.fade {
      animation: fade 200ms linear !important;
      animation-duration: 200ms !important;
    }
  }
  @keyframes fade {
    from {
      opacity: 0;
    }
  }
`;

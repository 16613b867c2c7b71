/** How the settings look: levers, and cards of one matter each. */
import { css } from 'lit';

export const settingsStyles = css`
  .lever {
    display: flex;
    align-items: center;
    gap: 12px;
    inline-size: 100%;
    padding: 0;
    text-align: start;
  }
  .lever .grow {
    flex: 1;
    min-inline-size: 0;
  }
  .lever i {
    position: relative;
    flex: none;
    inline-size: 56px;
    block-size: 32px;
    border: 2px solid var(--fairground-quiet);
    border-radius: 16px;
    background: var(--fairground-ground);
  }
  /* The brass knob of the lever. */
  .lever i::after {
    content: '';
    position: absolute;
    inset-block-start: 2px;
    inset-inline-start: 2px;
    inline-size: 24px;
    block-size: 24px;
    border: 2px solid #5e3d0b;
    border-radius: 50%;
    background: radial-gradient(#9a6a1c 4px, #e9b949 5px);
    transition: inset-inline-start 160ms var(--_ease);
  }
  [aria-checked='true'] i {
    border-color: var(--fairground-good);
    background: var(--fairground-good);
  }
  [aria-checked='true'] i::after {
    inset-inline-start: 26px;
  }
  pre {
    max-block-size: 288px;
    margin: 0;
    padding: 12px;
    border: 1px solid var(--fairground-line);
    border-radius: 6px;
    background: var(--fairground-ground);
    font:
      13px/1.4 ui-monospace,
      monospace;
    white-space: pre-wrap;
    overflow: auto;
    overflow-wrap: anywhere;
    direction: ltr;
    text-align: start;
  }
  [role='status']:empty {
    display: none;
  }
  .days {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(88px, 1fr));
    gap: 8px;
  }
  .days button {
    padding-inline: 8px;
  }
  .sure {
    display: grid;
    gap: 12px;
  }
  @media (forced-colors: active) {
    .lever i::after {
      background: ButtonText;
    }
    [aria-checked='true'] i {
      border-color: Highlight;
      background: Highlight;
    }
  }
`;

/** What every element of the page starts from: box model, focus, buttons, fields, cards. */
import { css } from 'lit';

export const baseStyles = css`
  :host {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ol,
  ul {
    margin: 0;
    padding: 0;
  }
  h1,
  h2,
  h3 {
    text-wrap: balance;
    line-height: 1.25;
  }
  h2 {
    font-size: var(--size-18);
    font-weight: 650;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .quiet {
    color: var(--quiet);
  }
  .card {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: var(--shadow);
    padding: 20px 24px;
  }
  .card-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    margin-block-end: 16px;
  }
  .title {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  @media (max-width: 40rem) {
    .card {
      padding: 16px;
    }
  }
  @media print {
    .card {
      box-shadow: none;
      break-inside: avoid;
    }
    /* Drawn for the window: a sheet may be narrower. */
    .chart svg {
      max-inline-size: 100%;
      block-size: auto;
    }
  }
`;

export const buttonStyles = css`
  button {
    font: inherit;
    color: inherit;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 0 16px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--surface);
    font-weight: 550;
    text-decoration: none;
    cursor: pointer;
    transition: background-color var(--press);
  }
  .button:hover {
    background: var(--sunken);
  }
  .button.primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }
  .button.primary:hover {
    background: color-mix(in srgb, var(--accent) 88%, var(--text));
  }
  .button.plain {
    border-color: transparent;
    background: transparent;
    padding: 0 12px;
  }
  .button.plain:hover {
    background: var(--sunken);
  }
  .button[aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }
  @media print {
    .button {
      display: none;
    }
  }
`;

export const fieldStyles = css`
  label {
    display: block;
    font-weight: 550;
  }
  input,
  select {
    font: inherit;
    color: inherit;
    min-block-size: 44px;
    padding: 0 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--surface);
  }
  select {
    appearance: none;
    padding-inline-end: 34px;
    text-overflow: ellipsis;
    background-image:
      linear-gradient(45deg, transparent 50%, var(--quiet) 50%),
      linear-gradient(-45deg, transparent 50%, var(--quiet) 50%);
    background-position:
      right 18px center,
      right 13px center;
    background-size: 5px 5px;
    background-repeat: no-repeat;
  }
  input[aria-invalid='true'] {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .hint {
    font-size: var(--size-13);
    color: var(--quiet);
  }
  .error {
    font-size: var(--size-13);
    color: var(--accent);
    font-weight: 550;
  }
`;

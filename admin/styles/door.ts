/** The sign-in page: one narrow column. */
import { css } from 'lit';

export const doorStyles = css`
  .door {
    display: grid;
    gap: 20px;
    max-inline-size: 26rem;
    margin: clamp(24px, 10vh, 96px) auto 48px;
  }
  h1 {
    font-size: var(--size-24);
    font-weight: 650;
    text-align: center;
  }
  form {
    display: grid;
    gap: 20px;
  }
  .card {
    padding: 24px;
  }
  .field {
    display: grid;
    gap: 6px;
  }
  .with-button {
    display: flex;
    gap: 8px;
  }
  input {
    inline-size: 100%;
    min-inline-size: 0;
    /* Below 16 px a phone zooms into the field. */
    font-size: max(1rem, 16px);
  }
  .hint {
    text-wrap: pretty;
  }
  .door > .hint {
    text-align: center;
  }
  code {
    font-family: var(--font-code);
    overflow-wrap: anywhere;
  }
`;

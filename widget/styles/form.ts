/** How forms look: a label over each field, and fields that a thumb finds. */
import { css } from 'lit';

export const formStyles = css`
  form,
  form.card {
    display: grid;
    gap: 12px;
  }
  label {
    display: grid;
    gap: 4px;
    font-size: 13px;
    color: var(--fairground-quiet);
  }
  input,
  select {
    inline-size: 100%;
    min-block-size: 44px;
    padding: 8px 12px;
    border: 1px solid var(--fairground-quiet);
    border-radius: 6px;
    background: var(--fairground-ground);
    color: var(--fairground-text);
    font: inherit;
    /* Smaller text makes phones zoom in. */
    font-size: 18px;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 44px;
    font-size: 15px;
    color: inherit;
  }
  [type='checkbox'] {
    flex: none;
    inline-size: 24px;
    min-block-size: 24px;
    margin: 0;
    accent-color: var(--_bar);
  }
  input:user-invalid {
    border-color: var(--fairground-bad);
    box-shadow: 0 0 0 1px var(--fairground-bad);
  }
`;

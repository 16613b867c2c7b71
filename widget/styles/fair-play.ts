/** How odds, seal and receipts look. */
import { css } from 'lit';

export const fairPlayStyles = css`
  section,
  article {
    display: grid;
    gap: 8px;
    padding-block: 12px 16px;
  }
  section + section {
    border-block-start: 1px solid var(--fairground-line);
  }
  .small {
    font-size: 13px;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th {
    font-size: 13px;
    font-weight: 400;
    text-align: start;
    color: var(--fairground-quiet);
  }
  td {
    padding-block: 8px;
    border-block-start: 1px solid var(--fairground-line);
    vertical-align: top;
  }
  td svg {
    inline-size: 14px;
    block-size: 14px;
    margin-inline-start: 4px;
    vertical-align: -2px;
    stroke: var(--fairground-quiet);
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(144px, 1fr));
    gap: 8px 16px;
  }
  section a {
    display: inline-block;
    padding-block: 12px;
  }
  .end {
    text-align: end;
    font-variant-numeric: tabular-nums;
    padding-inline-start: 12px;
    white-space: nowrap;
  }
  .gone {
    padding: 1px 6px;
    border: 1px solid currentColor;
    border-radius: 6px;
    font-size: 13px;
    color: var(--fairground-bad);
  }
  ol {
    margin: 0;
    padding-inline-start: 24px;
    display: grid;
    gap: 4px;
  }
  ol li::marker {
    font-weight: 700;
  }
  code {
    font:
      13px/1.4 ui-monospace,
      monospace;
    overflow-wrap: anywhere;
  }
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  a {
    color: inherit;
  }
  li button {
    display: flex;
    align-items: center;
    gap: 12px;
    inline-size: 100%;
    padding: 8px 4px;
    text-align: start;
  }
  li svg,
  .verdict svg {
    display: block;
    flex: none;
    inline-size: 24px;
    block-size: 24px;
  }
  .what {
    flex: 1;
  }
  .what .small {
    display: block;
  }
  .verified,
  .consistent {
    color: var(--fairground-good);
  }
  .forged {
    color: var(--fairground-bad);
  }
  .back {
    justify-self: start;
    padding-inline: 4px;
  }
  article {
    filter: drop-shadow(0 2px 6px rgb(var(--fairground-shade) / 0.25));
  }
  .slip {
    --_tooth: 6px;
    display: grid;
    gap: 8px;
    padding: 16px 16px 24px;
    background: #fffdf6;
    color: #33261a;
    border-radius: 6px 6px 0 0;
    mask:
      linear-gradient(#000 0 0) 0 0 / 100% calc(100% - var(--_tooth)) no-repeat,
      conic-gradient(from -45deg at 50% 100%, #0000 90deg, #000 0) 0 100% / calc(var(--_tooth) * 2)
        var(--_tooth) repeat-x;
  }
  .verdict {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-block: 8px;
    font-weight: 700;
  }
  .slip .verified,
  .slip .consistent,
  .holds {
    color: #0f6b57;
  }
  .slip .forged,
  .fails {
    color: #a51d2d;
  }
  .checks {
    display: grid;
    gap: 4px;
  }
  .checks li {
    display: flex;
    gap: 8px;
  }
  .holds,
  .fails {
    font-weight: 700;
  }
  .slip dl {
    display: block;
    border-block-start: 1px dashed #9d825c;
  }
  .slip dt {
    margin-block-start: 8px;
  }
  dt {
    font-size: 13px;
    color: #5d4a37;
  }
  article > a {
    display: inline-flex;
    align-items: center;
    justify-self: start;
    min-block-size: 44px;
    padding-inline: 4px;
  }
`;

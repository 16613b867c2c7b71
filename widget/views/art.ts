/** The small pictures of the stalls: each is the thing that its stall is. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

export type ArtName =
  | 'wheel'
  | 'scratch'
  | 'box'
  | 'card'
  | 'quiz'
  | 'survey'
  | 'mission'
  | 'pin'
  | 'rosette'
  | 'striker'
  | 'shop'
  | 'tokens'
  | 'ticket'
  | 'friend'
  | 'parcel'
  | 'settings'
  | 'scales';

export function art(name: ArtName): TemplateResult {
  return html`<svg class="art" viewBox="0 0 40 40" aria-hidden="true">${pictures[name]}</svg>`;
}

/** Points onwards, in the direction of reading. */
export const chevron = html`<svg class="go line" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M9 5l7 7-7 7" />
</svg>`;

const ink = '#231f3e';
const red = '#c42b3a';
const bulb = '#ffc247';
const teal = '#1f7a72';
const paper = '#f8ecd3';
const brass = '#e0b354';

const pictures: Record<ArtName, SVGTemplateResult> = {
  wheel: svg`
    <circle cx="20" cy="21" r="16" fill=${red} />
    <path
      d="M20 21V5a16 16 0 0 1 13.9 8zM20 21l13.9 8A16 16 0 0 1 20 37zM20 21 6.1 29
        A16 16 0 0 1 6.1 13z" fill=${bulb} />
    <circle cx="20" cy="21" r="16" fill="none" stroke=${ink} stroke-width="2" />
    <circle cx="20" cy="21" r="4" fill=${brass} stroke=${ink} stroke-width="2" />
    <path d="M16 2h8l-4 8z" fill=${paper} stroke=${ink} stroke-width="1.5" />
  `,
  scratch: svg`
    <rect x="4" y="9" width="32" height="22" rx="3" fill=${paper} stroke=${ink} stroke-width="2" />
    <rect x="8" y="13" width="24" height="14" rx="2" fill="#b9b4c4" />
    <path d="M11 24c3-8 5 4 8-5s4 5 7-3" fill="none" stroke=${red} stroke-width="4"
      stroke-linecap="round" />
  `,
  box: svg`
    <path d="M6 17h28v18H6z" fill=${red} />
    <path d="M10 17h4v18h-4zm8 0h4v18h-4zm8 0h4v18h-4z" fill=${paper} />
    <path d="M6 17h28v18H6z" fill="none" stroke=${ink} stroke-width="2" />
    <path d="M4 11h32v7H4z" fill=${bulb} stroke=${ink} stroke-width="2" />
    <path d="M20 11c-8-1-8-8-3-8 3 0 3 5 3 8zm0 0c8-1 8-8 3-8-3 0-3 5-3 8z" fill=${teal}
      stroke=${ink} stroke-width="1.5" />
  `,
  card: svg`
    <path d="M5 8h30v24H5z" fill=${paper} stroke=${ink} stroke-width="2" />
    <circle cx="12" cy="16" r="3" fill=${ink} />
    <circle cx="20" cy="16" r="3" fill=${ink} />
    <circle cx="28" cy="16" r="3" fill="none" stroke=${red} stroke-width="2" />
    <circle cx="12" cy="25" r="3" fill="none" stroke="#b8a988" stroke-width="1.5" />
    <circle cx="20" cy="25" r="3" fill="none" stroke="#b8a988" stroke-width="1.5" />
    <circle cx="28" cy="25" r="3" fill="none" stroke="#b8a988" stroke-width="1.5" />
  `,
  quiz: svg`
    <path d="M5 6h30v22H20l-8 7v-7H5z" fill=${teal} stroke=${ink} stroke-width="2"
      stroke-linejoin="round" />
    <path d="M16 14c0-6 9-5 8 0-.5 2.5-4 2.5-4 5.5M20 23.5v.5" fill="none" stroke="#fff"
      stroke-width="3" stroke-linecap="round" />
  `,
  survey: svg`
    <rect x="8" y="5" width="24" height="31" rx="2" fill=${paper} stroke=${ink} stroke-width="2" />
    <path d="M15 3h10v5H15z" fill=${brass} stroke=${ink} stroke-width="1.5" />
    <path d="M13 16l2 2 4-4M13 25l2 2 4-4" fill="none" stroke=${red} stroke-width="2.5"
      stroke-linecap="round" />
    <path d="M22 17h6M22 26h6" stroke=${ink} stroke-width="2" stroke-linecap="round" />
  `,
  mission: svg`
    <rect x="4" y="6" width="32" height="26" rx="2" fill="#2c4a43" stroke="#7a5230"
      stroke-width="3" />
    <path d="M10 14h14M10 20h18M10 26h10" stroke="#f2e6cf" stroke-width="2" stroke-linecap="round"
      />
    <path d="M8 15l18-2" stroke=${bulb} stroke-width="2" stroke-linecap="round" />
  `,
  pin: svg`
    <path
      d="M20 3l4.5 3.3 5.6-.2 1.6 5.3 4.6 3.2L34 20
        l2.3 5.4-4.6 3.2-1.6 5.3-5.6-.2L20 37l-4.5-3.3-5.6.2-1.6-5.3
        L3.7 25.4 6 20 3.7 14.6l4.6-3.2 1.6-5.3 5.6.2z" fill=${teal}
      stroke=${brass} stroke-width="2.5" />
    <path d="M20 12l2.5 5 5.5.8-4 3.9 1 5.5-5-2.6-5 2.6 1-5.5-4-3.9 5.5-.8z" fill=${bulb} />
  `,
  rosette: svg`
    <path d="M13 22l-4 15 7-3 4 4 4-4 7 3-4-15z" fill=${red} stroke=${ink} stroke-width="1.5" />
    <circle cx="20" cy="15" r="12" fill=${bulb} stroke=${ink} stroke-width="2"
      stroke-dasharray="4 1.5" />
    <circle cx="20" cy="15" r="7" fill=${paper} stroke=${ink} stroke-width="1.5" />
  `,
  striker: svg`
    <path d="M14 8h12v24H14z" fill=${paper} stroke=${ink} stroke-width="2" />
    <path d="M14 26h12M14 20h12M14 14h12" stroke=${ink} stroke-width="1.5" />
    <circle cx="20" cy="5" r="4" fill=${bulb} stroke=${ink} stroke-width="2" />
    <path d="M17 18h6v5h-6z" fill=${red} stroke=${ink} stroke-width="1.5" />
    <path d="M8 37h24l-3-5H11z" fill=${teal} stroke=${ink} stroke-width="2" />
  `,
  shop: svg`
    <path d="M6 16v20h28V16" fill=${paper} stroke=${ink} stroke-width="2" />
    <path
      d="M4 16 8 5h24l4 11a4 4 0 0 1-8 0 4 4 0 0 1-8 0 4 4 0 0 1-8 0 4 4 0 0 1-8 0z" fill=${red}
      stroke=${ink} stroke-width="2" stroke-linejoin="round" />
    <path d="M15 36V24h10v12" fill=${teal} stroke=${ink} stroke-width="2" />
  `,
  tokens: svg`
    <path d="M6 27v5c0 6 28 6 28 0v-5z" fill="#9a6a1c" stroke=${ink} stroke-width="1.5" />
    <ellipse cx="20" cy="27" rx="14" ry="5" fill=${brass} stroke=${ink} stroke-width="1.5" />
    <path d="M7 18v4c0 6 28 6 28 0v-4z" fill="#9a6a1c" stroke=${ink} stroke-width="1.5" />
    <ellipse cx="21" cy="18" rx="14" ry="5" fill="#e9b949" stroke=${ink} stroke-width="1.5" />
    <path
      d="M21 14.5l1.5 2.5 4 .3-3 1.6 1 2.4-3.5-1.3-3.5 1.3 1-2.4-3-1.6 4-.3z"
      fill="#9a6a1c" />
  `,
  ticket: svg`
    <path d="M3 10h34v7a3.5 3.5 0 0 0 0 7v7H3v-7a3.5 3.5 0 0 0 0-7z" fill=${paper} stroke=${ink}
      stroke-width="2" stroke-linejoin="round" />
    <path d="M27 11v19" stroke=${ink} stroke-width="2" stroke-dasharray="2 2.5" />
    <path d="M9 17h12M9 23h8" stroke=${red} stroke-width="2.5" stroke-linecap="round" />
  `,
  friend: svg`
    <circle cx="14" cy="13" r="6" fill=${bulb} stroke=${ink} stroke-width="2" />
    <circle cx="27" cy="15" r="5" fill=${teal} stroke=${ink} stroke-width="2" />
    <path d="M3 35c0-9 4-14 11-14s11 5 11 14z" fill=${red} stroke=${ink} stroke-width="2" />
    <path d="M25 35h12c0-8-3-13-10-13" fill=${paper} stroke=${ink} stroke-width="2" />
  `,
  parcel: svg`
    <path d="M5 13l15-8 15 8v15l-15 8-15-8z" fill="#c58a4e" stroke=${ink} stroke-width="2"
      stroke-linejoin="round" />
    <path d="M5 13l15 8 15-8M20 21v15" fill="none" stroke=${ink} stroke-width="2" />
    <path d="M12 9l15 8v7" fill="none" stroke=${red} stroke-width="3" />
  `,
  settings: svg`
    <path d="M6 12h28M6 20h28M6 28h28" stroke="currentColor" stroke-width="2.5"
      stroke-linecap="round" />
    <circle cx="26" cy="12" r="4" fill=${bulb} stroke=${ink} stroke-width="2" />
    <circle cx="13" cy="20" r="4" fill=${red} stroke=${ink} stroke-width="2" />
    <circle cx="23" cy="28" r="4" fill=${teal} stroke=${ink} stroke-width="2" />
  `,
  scales: svg`
    <path d="M20 6v28M11 35h18M8 11l12-3 12 3" fill="none" stroke="currentColor"
      stroke-width="2.5" stroke-linecap="round" />
    <path d="M8 11 3 23h10zM32 11l-5 12h10z" fill=${brass} stroke="currentColor" stroke-width="2"
      stroke-linejoin="round" />
  `,
};

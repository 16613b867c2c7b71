/** The things that the fair is made of, each in all that it can be. */
import { html, render, type CSSResult, type TemplateResult } from 'lit';
import { badgeStyles } from '../styles/badges.ts';
import { checkInStyles } from '../styles/check-in.ts';
import { leaderboardStyles } from '../styles/leaderboard.ts';
import { stallStyles } from '../styles/stall.ts';
import { tierStyles } from '../styles/tiers.ts';
import { renderPin, type Metal } from '../views/pin.ts';
import { prizeArt } from '../views/prize-art.ts';
import { art, type ArtName } from '../views/art.ts';
import { seal } from '../views/mark.ts';
import { punchSign } from '../views/punch.ts';
import { renderRosette, ribbonOf } from '../views/rosette.ts';
import { renderTower } from '../views/striker.ts';
import { squareStates } from '../../test/widget/progress-facts.ts';
import { vouchers, type Scene, type Stage } from './stage.ts';

const metals: readonly (Metal | null)[] = [null, 'copper', 'silver', 'gold'];
const badgeIds = ['regular', 'owl', 'friend', 'taster', 'early', 'collector'];
const pictures: readonly ArtName[] = [...new Set(Object.values(prizeArt))];

export const things: readonly Scene[] = [
  {
    name: 'Ticket',
    says: 'A voucher: torn off when claimed, stamped when used, frayed when expired.',
    states: [
      {
        name: 'every state',
        show: async ({ server, fair, root }) => {
          await fair.open();
          await fair.loadMore();
          for (const voucher of vouchers(server)) {
            root.append(
              Object.assign(document.createElement('fairground-ticket'), { fair, voucher }),
            );
          }
        },
      },
    ],
  },
  {
    name: 'Tokens',
    says: 'Points: brass that drops and stacks; a count rolls, it does not jump.',
    states: [
      {
        name: 'at rest',
        prepare: (server) => (server.wallet = { version: 1, points: 1_240, vouchers: [] }),
        show: tokens(0),
      },
      {
        name: 'coming in',
        prepare: (server) => (server.wallet = { version: 1, points: 1_240, vouchers: [] }),
        show: tokens(200),
      },
    ],
  },
  {
    name: 'Punch card signs',
    says: 'What became of a day: a hole, a stitch, a snowflake.',
    states: [
      draw(
        'every state',
        [stallStyles, checkInStyles],
        () =>
          html`<div class="punchcard"
            ><ul class="squares">
              ${squareStates.map((state) => html`<li>${punchSign(state)} ${state}</li>`)}
            </ul></div
          >`,
      ),
    ],
  },
  {
    name: 'Enamel pins',
    says: 'Badges: shape, colours and emblem come from the id; the metal from the level.',
    states: [
      draw(
        'every metal',
        [badgeStyles],
        () =>
          html`${metals.map(
            (metal) =>
              html`<p class="quiet">${metal ?? 'not earned'}</p>
                <div class="line">${badgeIds.map((id) => renderPin(id, metal))}</div>`,
          )}`,
      ),
    ],
  },
  {
    name: 'Rosette',
    says: 'Tiers: silver, gold, diamond, or the site’s own.',
    states: [
      draw(
        'every ribbon',
        [tierStyles],
        () =>
          html`<div class="line">
            ${renderRosette({ ribbon: null, stars: 0 })}
            ${Array.from({ length: 7 }, (_, at) =>
              renderRosette({
                ribbon: ribbonOf(at, 7),
                stars: (at % 3) + 1,
                ...(at < 6 ? { next: { ribbon: ribbonOf(at + 1, 7), share: at / 6 } } : {}),
              }),
            )}
          </div>`,
      ),
    ],
  },
  {
    name: 'High striker',
    says: 'The leaderboard: you are the puck.',
    states: [
      draw(
        'low, high, not on it',
        [leaderboardStyles],
        () =>
          html`<div class="line">
            ${[0.2, 0.9, null].map((own) => renderTower(own, [0.4, 0.6, 0.7]))}
          </div>`,
      ),
    ],
  },
  {
    name: 'Seals',
    says: 'Whether this browser checked the draw, and whether it held.',
    states: [
      draw(
        'every verdict',
        [],
        () =>
          html`<div class="line">
            ${([undefined, 'verified', 'consistent', 'unchecked', 'forged'] as const).map(
              (verdict) =>
                html`<span class="seal">${seal(verdict)} ${verdict ?? 'checking'}</span>`,
            )}
          </div>`,
      ),
    ],
  },
  {
    name: 'Pictures',
    says: 'What stands beside a prize.',
    states: [
      draw(
        'every kind',
        [],
        () =>
          html`<div class="line">
            ${pictures.map((name) => html`<span class="seal">${art(name)} ${name}</span>`)}
          </div>`,
      ),
    ],
  },
];

function tokens(added: number) {
  return async ({ fair, root }: Stage): Promise<void> => {
    await fair.open();
    await fair.loadMore();
    root.append(Object.assign(document.createElement('fairground-tokens'), { fair, added }));
  };
}

/** A picture that is no element: drawn by the very functions, in the very sheets, that ours use. */
function draw(name: string, sheets: readonly CSSResult[], picture: () => TemplateResult) {
  return {
    name,
    show: async ({ fair, root }: Stage): Promise<void> => {
      await fair.open();
      const all = [
        ...root.adoptedStyleSheets,
        ...sheets.flatMap(({ styleSheet }) => styleSheet ?? []),
      ];
      root.adoptedStyleSheets = all;
      const box = document.createElement('div');
      box.className = 'things';
      root.append(box);
      render(picture(), box);
    },
  };
}

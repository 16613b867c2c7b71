/** What the widget and the server say to each other. */
import { z } from 'zod';
import type { Receipt, DrawTable } from '../draw.ts';
import type { CampaignId, GameId, PlayId, PrizeId, ShopperId, SiteId, VoucherId } from '../ids.ts';
import { limits } from '../limits.ts';
import type { Benefit } from '../money.ts';
import type { OfferedDraw, Refusal } from '../refusals.ts';
import type { Text } from '../text.ts';
import type { Theme } from '../themes.ts';
import type { Locale } from '../words/locales.ts';
import type { Phrases } from '../words/phrase.ts';
import { device, language } from './audience.ts';
import type { EarnedView } from './rewards-api.ts';
import type { ContactAsk } from './contact-api.ts';
import { age, region, type Terms } from './terms.ts';
import { clientSeed, commandId, commitment, gameId, siteId, voucherId } from './parts.ts';

/** What a browser tells of itself, for campaigns that are not for everybody. */
const told = { device: device.optional(), language: language.optional() };

/** What the page or the tag asks for; a language that we do not speak is the site's own. */
const wish = z.string().max(35).optional();

const shown = {
  ...told,
  locale: wish,
  /** Games that the page wants at once, beside the first one. */
  gameIds: z.array(gameId).max(limits.gamesShownMax).optional(),
};

/** Everything the first paint needs. Writes nothing. Send the token if there is one. */
export const startInput = z.strictObject({ siteId, ...shown });

/** Games as they stand for this shopper. Writes nothing. */
export const gamesInput = z.strictObject({
  siteId,
  gameIds: z.array(gameId).min(1).max(limits.gamesShownMax),
  locale: wish,
  ...told,
});

export const playInput = z.strictObject({
  commandId,
  gameId,
  /** The commitment that the shopper was shown before playing. */
  commitment,
  /** 32 lower-case hex digits, made in the browser or typed by the shopper. */
  clientSeed,
  /** The box picked, from 0: it is kept with the play and decides nothing. */
  pick: z
    .int()
    .min(0)
    .max(limits.boxesMax - 1)
    .optional(),
  /** Where the player is, and the age they state to have reached: where the terms ask for it. */
  region: region.optional(),
  ageConfirmed: age.optional(),
  ...told,
});

/** The shopper takes the voucher: its stub is torn off. */
export const claimInput = z.strictObject({ commandId, voucherId });

/** `token`: the JWT signed by the shop's back end. */
export const identifyInput = z.strictObject({
  commandId,
  siteId,
  token: z.string().min(20).max(4_096),
  ...shown,
});

export const trackInput = z.strictObject({
  siteId,
  events: z
    .array(
      z.strictObject({
        id: commandId,
        kind: z.enum(['shown', 'opened', 'started']),
        gameId,
      }),
    )
    .min(1)
    .max(limits.eventsPerCallMax),
});

export const playsInput = z.strictObject({
  siteId,
  /** Plays older than this one, for paging. */
  before: z
    .string()
    .regex(/^[\w-]{8,64}$/, 'the id of a play')
    .optional(),
});

export const walletInput = z.strictObject({ siteId });

export type StartInput = z.infer<typeof startInput>;
export type GamesInput = z.infer<typeof gamesInput>;
export type Told = Pick<StartInput, 'device' | 'language'>;
/** How the first paint is wanted. */
export type Shown = Omit<StartInput, 'siteId'>;
export type PlayInput = z.infer<typeof playInput>;
export type IdentifyInput = z.infer<typeof identifyInput>;
export type TrackInput = z.infer<typeof trackInput>;

export type PrizeKind =
  | 'nothing'
  | 'points'
  | 'free_play'
  | 'freeze'
  | 'voucher'
  | 'gift'
  | 'credit'
  | 'badge';

/** A prize as a shopper sees it. */
export interface PrizeView {
  readonly id: PrizeId;
  readonly kind: PrizeKind;
  readonly label: Text;
  /** With `points`: how many. */
  readonly points?: number | undefined;
  /** With `credit`: how much, minor units. */
  readonly credit?: number | undefined;
  /** With `free_play`: how many. */
  readonly plays?: number | undefined;
  /** With `freeze`: how many. */
  readonly freezes?: number | undefined;
}

/** Texts are in the language of the reply. */
export interface GameTitle {
  readonly id: GameId;
  readonly kind: 'wheel' | 'scratch' | 'box';
  readonly name: Text;
}

export interface GameView extends GameTitle {
  readonly campaignId: CampaignId;
  /** With `box`: how many are shown to pick from; else null. */
  readonly boxes: number | null;
  readonly endsAt: number;
  /** Points a spin costs; 0 is free. */
  readonly price: number;
  /** The live table: the odds shown are the odds drawn. */
  readonly table: DrawTable;
  /** In the order of `table.slots`. `left` is 0 when sold out, null when it cannot run out. */
  readonly slots: readonly (PrizeView & { readonly left: number | null })[];
  readonly turn: Turn;
  /** Left out where the campaign has none. A play states what they ask for. */
  readonly terms?: Terms | undefined;
}

/** Where a shopper stands in a game. */
export interface Turn {
  readonly stream: string;
  readonly draw: OfferedDraw;
  /** Plays left until a limit; null where there is none. Free plays are counted apart. */
  readonly playsLeft: number | null;
  readonly freePlays: number;
  /** Why a play would be refused now, null when it would be settled. */
  readonly refusal: Refusal | null;
}

export type VoucherState = 'issued' | 'held' | 'redeemed' | 'expired' | 'voided';

export interface VoucherView {
  readonly id: VoucherId;
  readonly prizeId: PrizeId;
  readonly label: Text;
  readonly code: string;
  readonly state: VoucherState;
  readonly benefit: Benefit;
  readonly minimumSpend: number;
  readonly issuedAt: number;
  readonly expiresAt: number | null;
  readonly claimedAt: number | null;
  /** What it waits for: until it is claimed `code` is empty. Left out where it asks nothing. */
  readonly claim?: ContactAsk | undefined;
}

export interface Wallet {
  /** Grows with every change. Older versions are ignored; after a gap the wallet is fetched. */
  readonly version: number;
  readonly points: number;
  /** The newest first, at most `limits.walletVouchersMax`: those to be used before those over. */
  readonly vouchers: readonly VoucherView[];
}

export interface ShopperView {
  readonly id: ShopperId;
  readonly kind: 'anonymous' | 'identified';
}

export interface SiteView {
  readonly id: SiteId;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly theme: {
    readonly name: 'auto' | Theme;
    readonly accent?: string | undefined;
    /** What is read best on the accent: black or white. */
    readonly onAccent?: string;
  };
}

export interface StartReply {
  /** To be kept from the first play on, and sent as `Authorization: Bearer`. */
  readonly token: string;
  readonly now: number;
  readonly site: SiteView;
  readonly shopper: ShopperView;
  /** The first one of `list`, and those that were asked for. */
  readonly games: readonly GameView[];
  /** Every game on show, those that run first. */
  readonly list: readonly GameTitle[];
  readonly wallet: Wallet;
  /** The language of `words`. */
  readonly locale: Locale;
  readonly words: Phrases;
}

export interface GamesReply {
  readonly games: readonly GameView[];
}

export interface PlayReply {
  readonly playId: PlayId;
  readonly gameId: GameId;
  readonly at: number;
  /** The slot of the table that the wheel comes to rest on. */
  readonly slot: number;
  readonly prize: PrizeView;
  readonly won: boolean;
  /** The box picked, null where there was none to pick. */
  readonly pick: number | null;
  readonly voucher: VoucherView | null;
  readonly receipt: Receipt;
  readonly turn: Turn;
  readonly wallet: WalletChange;
  /** Missions and badges that came along; left out when there are none. */
  readonly earned?: readonly EarnedView[] | undefined;
}

/** What a command changed. `vouchers` replace those of the same id; the others stay. */
export interface WalletChange {
  readonly version: number;
  readonly points: number;
  readonly vouchers: readonly VoucherView[];
}

export interface ClaimReply {
  readonly voucher: VoucherView;
  readonly wallet: WalletChange;
}

export interface TrackReply {
  readonly accepted: number;
}

/** A settled play as listed: enough to show it and to check it. */
export interface PlayView {
  readonly playId: PlayId;
  readonly gameId: GameId;
  readonly at: number;
  readonly prize: PrizeView;
  readonly won: boolean;
  readonly receipt: Receipt;
}

export interface PlaysReply {
  /** Newest first. */
  readonly plays: readonly PlayView[];
}

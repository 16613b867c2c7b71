/** Names for ids, so that the compiler refuses one noun's id where another's is meant. */

/** A string that belongs to one noun: plain strings fit, another noun's id does not. */
export type Id<Noun extends string> = string & { readonly __noun?: Noun };

export type SiteId = Id<'site'>;
export type ShopperId = Id<'shopper'>;
export type CommandId = Id<'command'>;
export type CampaignId = Id<'campaign'>;
export type GameId = Id<'game'>;
export type PrizeId = Id<'prize'>;
export type PoolId = Id<'pool'>;
export type PlayId = Id<'play'>;
export type VoucherId = Id<'voucher'>;
export type ParcelId = Id<'parcel'>;
export type HoldId = Id<'hold'>;
export type OrderId = Id<'order'>;
/** A day of the site's own calendar, `YYYY-MM-DD`. */
export type SiteDay = Id<'site-day'>;

/**
 * A shopper by the shop's own id, with the id that we derive from it. A type, not an interface, so
 * that it may stand in canonical JSON.
 */
export type Customer = {
  readonly shopperId: ShopperId;
  readonly externalId: string;
};

/** The first step of the schema: all that a site needs for its first spin. */

/** What only one engine can say. */
export interface Twin {
  readonly sqlite: string;
  readonly postgres: string;
}

const commandTable = `CREATE TABLE command (
  site_id TEXT NOT NULL,
  command_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  owner TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  outcome TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (site_id, command_id)
)`;

export const firstStatements: readonly (string | Twin)[] = [
  `CREATE TABLE site (
  site_id TEXT PRIMARY KEY,
  programme_version INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  stopped_reason TEXT,
  zone_before TEXT,
  zone_from BIGINT NOT NULL,
  created_at BIGINT NOT NULL
)`,
  `CREATE TABLE programme (
  site_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  document TEXT NOT NULL,
  applied_at BIGINT NOT NULL,
  PRIMARY KEY (site_id, version)
)`,
  // Long rows under random keys: SQLite finds them by a slim index of their own.
  { sqlite: commandTable, postgres: commandTable },
  `CREATE TABLE shopper (
  site_id TEXT NOT NULL,
  shopper_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  external_id TEXT,
  merged_into TEXT,
  wallet_version BIGINT NOT NULL,
  points BIGINT NOT NULL,
  points_floor BIGINT NOT NULL,
  points_owed BIGINT NOT NULL CHECK (points_owed >= 0),
  created_at BIGINT NOT NULL,
  PRIMARY KEY (site_id, shopper_id),
  CHECK (points >= points_floor)
)`,
  `CREATE INDEX shopper_merged ON shopper (site_id, merged_into) WHERE merged_into IS NOT NULL`,
  `CREATE TABLE stream (
  site_id TEXT NOT NULL,
  shopper_id TEXT NOT NULL,
  game_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  draw_index INTEGER NOT NULL,
  day TEXT NOT NULL,
  plays_day INTEGER NOT NULL,
  plays_campaign INTEGER NOT NULL,
  plays_ever INTEGER NOT NULL,
  free_plays INTEGER NOT NULL CHECK (free_plays >= 0),
  PRIMARY KEY (site_id, shopper_id, game_id)
)`,
  `CREATE TABLE play (
  site_id TEXT NOT NULL,
  play_id TEXT NOT NULL,
  command_id TEXT NOT NULL,
  stream TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  game_id TEXT NOT NULL,
  prize_id TEXT NOT NULL,
  slot INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  draw_index INTEGER NOT NULL,
  won INTEGER NOT NULL,
  at BIGINT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (site_id, stream, game_id, epoch, draw_index)
)`,
  `CREATE UNIQUE INDEX play_in_time ON play (site_id, play_id)`,
  `CREATE TABLE award (
  site_id TEXT NOT NULL,
  award_id TEXT NOT NULL,
  shopper_id TEXT NOT NULL,
  prize_id TEXT NOT NULL,
  cause_kind TEXT NOT NULL,
  cause_id TEXT NOT NULL,
  cost BIGINT NOT NULL,
  stocked INTEGER NOT NULL,
  at BIGINT NOT NULL,
  returned_at BIGINT,
  PRIMARY KEY (site_id, award_id)
)`,
  `CREATE TABLE stock (
  site_id TEXT NOT NULL,
  prize_id TEXT NOT NULL,
  units_left BIGINT NOT NULL CHECK (units_left >= 0),
  PRIMARY KEY (site_id, prize_id)
)`,
  `CREATE TABLE stock_entry (
  site_id TEXT NOT NULL,
  prize_id TEXT NOT NULL,
  programme_version INTEGER NOT NULL,
  change BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (site_id, prize_id, programme_version)
)`,
  `CREATE TABLE voucher (
  site_id TEXT NOT NULL,
  voucher_id TEXT NOT NULL,
  award_id TEXT NOT NULL,
  shopper_id TEXT NOT NULL,
  prize_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  game_id TEXT NOT NULL,
  pool_id TEXT NOT NULL,
  code TEXT NOT NULL,
  code_shared INTEGER NOT NULL,
  label TEXT NOT NULL,
  benefit TEXT NOT NULL,
  currency TEXT NOT NULL,
  minimum_spend BIGINT NOT NULL,
  trust TEXT NOT NULL,
  state TEXT NOT NULL,
  issued_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  claimed_at BIGINT,
  hold_id TEXT,
  held_until BIGINT,
  order_id TEXT,
  redeemed_at BIGINT,
  PRIMARY KEY (site_id, voucher_id)
)`,
  `CREATE UNIQUE INDEX voucher_code_once ON voucher (site_id, code) WHERE code_shared = 0`,
  `CREATE INDEX voucher_shared_code ON voucher (site_id, code, shopper_id)
  WHERE code_shared = 1`,
  `CREATE INDEX voucher_of_shopper ON voucher (site_id, shopper_id, issued_at)`,
  `CREATE INDEX voucher_hold ON voucher (site_id, hold_id) WHERE hold_id IS NOT NULL`,
  `CREATE INDEX voucher_order ON voucher (site_id, order_id) WHERE order_id IS NOT NULL`,
  `CREATE TABLE voucher_code (
  site_id TEXT NOT NULL,
  pool_id TEXT NOT NULL,
  code TEXT NOT NULL,
  taken INTEGER NOT NULL,
  PRIMARY KEY (site_id, pool_id, code)
)`,
  `CREATE UNIQUE INDEX voucher_code_in_one_pool ON voucher_code (site_id, code)`,
  `CREATE INDEX voucher_code_free ON voucher_code (site_id, pool_id, code) WHERE taken = 0`,
  `CREATE TABLE transfer (
  site_id TEXT NOT NULL,
  transfer_id TEXT NOT NULL,
  command_id TEXT NOT NULL,
  shopper_id TEXT NOT NULL,
  from_account TEXT NOT NULL,
  to_account TEXT NOT NULL,
  amount BIGINT NOT NULL CHECK (amount > 0),
  reason TEXT NOT NULL,
  lots TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (site_id, transfer_id),
  CHECK (from_account <> to_account)
)`,
  `CREATE INDEX transfer_of_shopper ON transfer (site_id, shopper_id, at)`,
  `CREATE TABLE lot (
  site_id TEXT NOT NULL,
  shopper_id TEXT NOT NULL,
  expires_at BIGINT NOT NULL,
  points_left BIGINT NOT NULL CHECK (points_left >= 0),
  PRIMARY KEY (site_id, shopper_id, expires_at)
)`,
  `CREATE TABLE shop_order (
  site_id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  shopper_id TEXT,
  currency TEXT NOT NULL,
  net BIGINT NOT NULL,
  refunded BIGINT NOT NULL,
  points_earned BIGINT NOT NULL,
  points_reversed BIGINT NOT NULL,
  state TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (site_id, order_id),
  CHECK (refunded >= 0 AND refunded <= net)
)`,
  `CREATE TABLE used_token (
  site_id TEXT NOT NULL,
  token_id TEXT NOT NULL,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (site_id, token_id)
)`,
  {
    sqlite: `CREATE TABLE event (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    site_id TEXT NOT NULL,
    event_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    shopper_id TEXT,
    campaign_id TEXT NOT NULL,
    game_id TEXT NOT NULL,
    payload TEXT NOT NULL,
    at BIGINT NOT NULL,
    day TEXT NOT NULL,
    UNIQUE (site_id, event_id)
  )`,
    postgres: `CREATE TABLE event (
    seq BIGINT GENERATED ALWAYS AS IDENTITY,
    xid BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
    site_id TEXT NOT NULL,
    event_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    shopper_id TEXT,
    campaign_id TEXT NOT NULL,
    game_id TEXT NOT NULL,
    payload TEXT NOT NULL,
    at BIGINT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (site_id, event_id)
  )`,
  },
  { sqlite: 'SELECT 1', postgres: `CREATE INDEX event_in_order ON event (xid, seq)` },
  `CREATE TABLE projector (
  name TEXT PRIMARY KEY,
  xid BIGINT NOT NULL,
  seq BIGINT NOT NULL
)`,
  `INSERT INTO projector (name, xid, seq) VALUES ('figures', 0, 0)`,
  `CREATE TABLE rollup_day (
  site_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  day TEXT NOT NULL,
  plays BIGINT NOT NULL,
  vouchers BIGINT NOT NULL,
  prize_cost BIGINT NOT NULL,
  attributed_revenue BIGINT NOT NULL,
  PRIMARY KEY (site_id, campaign_id, day)
)`,
  `CREATE TABLE rollup_prize (
  site_id TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  game_id TEXT NOT NULL,
  prize_id TEXT NOT NULL,
  day TEXT NOT NULL,
  given BIGINT NOT NULL,
  cost BIGINT NOT NULL,
  PRIMARY KEY (site_id, campaign_id, game_id, prize_id, day)
)`,
  `CREATE TABLE rollup_shopper (
  site_id TEXT NOT NULL,
  day TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  game_id TEXT NOT NULL,
  shopper_id TEXT NOT NULL,
  shown INTEGER NOT NULL,
  opened INTEGER NOT NULL,
  started INTEGER NOT NULL,
  settled INTEGER NOT NULL,
  won INTEGER NOT NULL,
  claimed INTEGER NOT NULL,
  redeemed INTEGER NOT NULL,
  PRIMARY KEY (site_id, day, campaign_id, game_id, shopper_id)
)`,
  `CREATE INDEX rollup_of_shopper ON rollup_shopper (site_id, shopper_id)`,
  `CREATE TABLE admin (
  email TEXT PRIMARY KEY,
  password_hash TEXT NOT NULL,
  created_at BIGINT NOT NULL
)`,
  `CREATE TABLE admin_session (
  session_hash TEXT PRIMARY KEY,
  email TEXT NOT NULL,
  expires_at BIGINT NOT NULL
)`,
  `CREATE TABLE admin_link (
  link_hash TEXT PRIMARY KEY,
  expires_at BIGINT NOT NULL
)`,
  `CREATE TABLE audit_log (
  entry_id TEXT PRIMARY KEY,
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  detail TEXT NOT NULL
)`,
];

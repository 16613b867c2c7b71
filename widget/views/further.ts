/**
 * The views behind the first ones. They come together: apart they would weigh half as much again,
 * and every step further would wait for the network.
 */
import { Badges } from './badges.ts';
import { FairPlay } from './fair-play.ts';
import { Leaderboard } from './leaderboard.ts';
import { Missions } from './missions.ts';
import { Parcels } from './parcels.ts';
import { Points } from './points.ts';
import { Referral } from './referral.ts';
import { Settings } from './settings.ts';
import { Shop } from './shop.ts';
import { Tiers } from './tiers.ts';

export const further = {
  Badges,
  FairPlay,
  Leaderboard,
  Missions,
  Parcels,
  Points,
  Referral,
  Settings,
  Shop,
  Tiers,
};

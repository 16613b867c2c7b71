/** Which facts gifts on an occasion need. */
import type { GiveGiftsCommand } from '../../core/command.ts';
import type { GiftFacts } from '../../core/gifts.ts';
import { anonymousShopper, shopperNeed, withMore, type Plan } from './needs.ts';
import { ordersCounted } from './order.ts';
import { birthdayOf } from './profile.ts';
import { intOf, textOf } from './row.ts';

export function planGiveGifts({ siteId, shopperId }: GiveGiftsCommand): Plan<GiftFacts> {
  return {
    need(programme, now) {
      const { welcome, birthday, milestones } = programme.document.gifts;
      const prizes = [welcome, birthday, ...milestones].flatMap((each) => each?.prizeId ?? []);
      const ordersMax = Math.max(0, ...milestones.map(({ orders }) => orders));
      const need = shopperNeed(programme, {
        siteId,
        newcomer: anonymousShopper(shopperId),
        lots: now,
        progress: ['gift'],
        prizeIds: prizes,
      });
      const more = [
        ...(birthday ? [birthdayOf(siteId, shopperId)] : []),
        ...(ordersMax > 0 ? [ordersCounted(siteId, shopperId, ordersMax)] : []),
      ];
      return withMore(need, more, (rows) => {
        const [known] = birthday ? (rows[0] ?? []) : [];
        const [counted] = ordersMax > 0 ? (rows.at(-1) ?? []) : [];
        return {
          birthday: known ? textOf(known, 'birthday') : null,
          orders: counted ? intOf(counted, 'orders') : 0,
        };
      });
    },
  };
}

/** Applies what a command changed to the wallet that the page holds. */
import type { Wallet, WalletChange } from '../../shared/schema/shopper-api.ts';
import { ask } from '../api.ts';
import type { Session } from './session.ts';

/** Old changes are left out; after a gap the whole wallet is fetched. */
export async function takeWallet(session: Session, change: WalletChange): Promise<void> {
  const held = session.ready?.wallet;
  if (!held) return;
  let wallet = changedWallet(held, change);
  if (!wallet) {
    const { siteId, era } = session;
    const answer = await ask(session.api.wallet.query({ siteId }));
    if (answer.kind !== 'value' || era !== session.era) return;
    wallet = answer.value;
  }
  if (wallet.version >= (session.ready?.wallet.version ?? 0)) session.patch({ wallet });
}

/** The new wallet; the same one for an old change; null when changes in between are missing. */
export function changedWallet(wallet: Wallet, change: WalletChange): Wallet | null {
  if (change.version <= wallet.version) return wallet;
  if (change.version > wallet.version + 1) return null;
  const changed = new Map(change.vouchers.map((voucher) => [voucher.id, voucher]));
  const vouchers = wallet.vouchers.map((voucher) => {
    const fresh = changed.get(voucher.id);
    changed.delete(voucher.id);
    return fresh ?? voucher;
  });
  return { ...change, vouchers: [...changed.values(), ...vouchers] };
}

/** Applies what a command changed to the wallet that the page holds. */
import type { Wallet, WalletChange } from '../../shared/schema/shopper-api.ts';

/** The new wallet; the same one when the change is old; null when changes in between are missing. */
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

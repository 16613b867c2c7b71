/** Everything that can be called, in one type: the widget and the admin page import only that. */
import { adminRouter } from './admin.ts';
import { shopperRouter } from './shopper.ts';
import { storefrontRouter } from './storefront.ts';
import { router } from './trpc.ts';

export const appRouter = router({
  shopper: shopperRouter,
  storefront: storefrontRouter,
  admin: adminRouter,
});

export type AppRouter = typeof appRouter;

/** The reference: an empty mutation on the stock standalone adapter of tRPC. */
import { initTRPC } from '@trpc/server';
import { createHTTPServer } from '@trpc/server/adapters/standalone';
import { announce } from './announce.ts';

const trpc = initTRPC.create();
const router = trpc.router({ empty: trpc.procedure.mutation(() => null) });
const server = createHTTPServer({ router });
server.listen(0, '127.0.0.1', () => announce(server.address()));

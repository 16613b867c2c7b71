/** An empty mutation through our own edge: what a play costs beyond the wire. */
import { initTRPC } from '@trpc/server';
import { createServer } from 'node:http';
import { createTrpcHandler } from '../../server/http/trpc-handler.ts';
import { announce } from './announce.ts';

const trpc = initTRPC.create();
const router = trpc.router({ empty: trpc.procedure.mutation(() => null) });
const handle = createTrpcHandler(
  router,
  () => Promise.resolve({}),
  () => undefined,
);
const server = createServer((request, response) => void handle(request, response));
server.listen(0, '127.0.0.1', () => announce(server.address()));

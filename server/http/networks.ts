/** Where a request comes from, and how much one network may try. */
import type { IncomingMessage } from 'node:http';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { limits } from '../../shared/limits.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { AttemptKind } from '../api/trpc.ts';

export interface Networks {
  addressOf(request: IncomingMessage): string;
  /** `of` is a network's address, or the hash of a contact. */
  takeAttempt(kind: AttemptKind, of: string): Promise<Refusal | null>;
  /** For an attempt that came to nothing. */
  giveBack(kind: AttemptKind, address: string): Promise<void>;
}

/** Thousands may share a carrier's address: bounds are for machines, not for people. */
export function createNetworks(settings: {
  readonly trustedProxies: number;
  readonly anonymousPlaysPerHour: number;
}): Networks {
  const hourly = (points: number): RateLimiterMemory =>
    new RateLimiterMemory({ points, duration: 3_600 });
  const limiters = {
    anonymous_play: hourly(settings.anonymousPlaysPerHour),
    contact_play: hourly(limits.playsPerContactHourMax),
    claim: hourly(limits.claimsPerNetworkHourMax),
    contact: hourly(limits.contactCallsPerNetworkHourMax),
    track: hourly(limits.trackCallsPerNetworkHourMax),
    sign_in: new RateLimiterMemory({
      points: limits.signInAttemptsPerQuarterHourMax,
      duration: 900,
    }),
  };
  return {
    addressOf(request) {
      const direct = request.socket.remoteAddress ?? '';
      if (settings.trustedProxies === 0) return direct;
      const hops = String(request.headers['x-forwarded-for'] ?? '').split(',');
      return withoutPort(hops.at(-settings.trustedProxies)?.trim() || direct);
    },
    async takeAttempt(kind, address) {
      try {
        await limiters[kind].consume(networkOf(address));
        return null;
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const isPlay = kind === 'anonymous_play' || kind === 'contact_play';
        const code = isPlay ? 'network_limit_reached' : 'rate_limited';
        return { code, nextAt: Date.now() + error.msBeforeNext };
      }
    },
    async giveBack(kind, address) {
      await limiters[kind].reward(networkOf(address));
    },
  };
}

/** Some proxies add the port, which is another one for each connection. */
function withoutPort(address: string): string {
  return /^([\d.]+):\d+$/.exec(address)?.[1] ?? /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? address;
}

/** An IPv4 address, or the /64 that one IPv6 customer has. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const gap = plain.includes('::') ? 8 - front.length - back.length : 0;
  const groups = [...front, ...Array.from({ length: gap }, () => '0'), ...back];
  return groups.slice(0, 4).join(':');
}

/** Who somebody is: signed shopper tokens, the shop's word for its customers, secret keys. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Customer, ShopperId, SiteId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { ok, refuse, type Refusal, type Result } from '../../shared/refusals.ts';
import type { Identity, ShopperSession, VerifiedCustomer } from '../api/trpc.ts';
import { derive, identityKeyOf, secretKeyOf, type Keys } from './keys.ts';

const shopperClaims = z.object({
  sub: z.string(),
  aud: z.string(),
  kind: z.enum(['anonymous', 'identified']),
  exp: z.number(),
});

const customerClaims = z.object({
  sub: z.string().regex(/^[\x21-\x7e]{1,128}$/),
  jti: z.string().regex(/^[\x21-\x7e]{8,128}$/),
  iat: z.number(),
  exp: z.number(),
});

/** The keys' side of the edge. */
export class HttpIdentity implements Identity {
  readonly #keys: Keys;
  readonly #clock: () => number;
  readonly #shopperKey: Buffer;
  readonly #customerKey: Buffer;
  readonly #contactKey: Buffer;
  /** Tokens checked before: a signature costs more than a whole play. */
  readonly #known = new Map<string, { session: ShopperSession; expiresAt: number }>();

  constructor(keys: Keys, clock: () => number) {
    this.#keys = keys;
    this.#clock = clock;
    this.#shopperKey = derive(keys.master, 'shopper tokens');
    this.#customerKey = derive(keys.master, 'customer ids');
    this.#contactKey = derive(keys.master, 'contacts');
  }

  newShopperId(): ShopperId {
    return `s_${randomBytes(16).toString('base64url')}`;
  }

  customerOf(siteId: SiteId, externalId: string): Customer {
    const id = derive(this.#customerKey, JSON.stringify([siteId, externalId]));
    return { shopperId: `c_${id.toString('base64url').slice(0, 22)}`, externalId };
  }

  contactHash(siteId: SiteId, contact: string): string {
    return derive(this.#contactKey, JSON.stringify([siteId, contact])).toString('base64url');
  }

  signShopper({ siteId, shopperId, kind }: ShopperSession): Promise<string> {
    const ttlDays =
      kind === 'anonymous' ? limits.anonymousTokenTtlDays : limits.identifiedTokenTtlDays;
    const issuedAt = Math.floor(this.#clock() / 1_000);
    return new SignJWT({ kind })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(shopperId)
      .setAudience(siteId)
      .setExpirationTime(issuedAt + ttlDays * 86_400)
      .sign(this.#shopperKey);
  }

  /** The session of a bearer token, or why it is none. */
  async readShopper(token: string): Promise<ShopperSession | Refusal> {
    const seen = this.#known.get(token);
    if (seen && seen.expiresAt > this.#clock()) return seen.session;
    try {
      const { payload } = await jwtVerify(token, this.#shopperKey, {
        algorithms: ['HS256'],
        currentDate: new Date(this.#clock()),
      });
      const { sub: shopperId, aud: siteId, kind, exp } = shopperClaims.parse(payload);
      const session = { shopperId, siteId, kind };
      this.#remember(token, session, exp * 1_000);
      return session;
    } catch (error) {
      return { code: error instanceof errors.JWTExpired ? 'token_expired' : 'unauthorized' };
    }
  }

  async verifyCustomer(siteId: SiteId, token: string): Promise<Result<VerifiedCustomer>> {
    const { kid, secret } = identityKeyOf(this.#keys, siteId);
    try {
      const { payload, protectedHeader } = await jwtVerify(token, Buffer.from(secret), {
        algorithms: ['HS256'],
        audience: siteId,
        requiredClaims: ['sub', 'jti', 'iat', 'exp'],
        maxTokenAge: limits.identityTokenAgeSecondsMax,
        clockTolerance: limits.identityClockToleranceSeconds,
        currentDate: new Date(this.#clock()),
      });
      if (protectedHeader.kid !== kid) return notGood(`the kid must be ${kid}`);
      const claims = customerClaims.safeParse(payload);
      if (!claims.success) return notGood('sub: 1 to 128 visible characters; jti: 8 to 128');
      const { sub, jti: tokenId, iat, exp } = claims.data;
      if (exp - iat > limits.identityTokenAgeSecondsMax) return notGood('exp is too far from iat');
      const customer = this.customerOf(siteId, sub);
      // Back ends that count seconds in fractions send them.
      return ok({ customer, tokenId, expiresAt: Math.floor(exp * 1_000) });
    } catch (error) {
      if (error instanceof errors.JWTExpired) return refuse('token_expired');
      if (error instanceof errors.JOSEError) return notGood(error.message);
      throw error;
    }
  }

  /** The site of a secret key; null when it is no site's. */
  siteOfSecretKey(key: string): SiteId | null {
    const siteId = /^sk_([a-z0-9-]+)_/.exec(key)?.[1];
    if (siteId === undefined) return null;
    const right = Buffer.from(secretKeyOf(this.#keys, siteId));
    const sent = Buffer.from(key);
    return sent.length === right.length && timingSafeEqual(sent, right) ? siteId : null;
  }

  #remember(token: string, session: ShopperSession, expiresAt: number): void {
    const [oldest] = this.#known.size >= limits.tokenCacheEntriesMax ? this.#known.keys() : [];
    if (oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(token, { session, expiresAt });
  }
}

function notGood(detail: string): Result<VerifiedCustomer> {
  return refuse('unauthorized', { detail });
}

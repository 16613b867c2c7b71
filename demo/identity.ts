/**
 * Vouches for a signed-in customer: a short-lived JWT that Fairground exchanges once for a token
 * of its own.
 */
import { SignJWT } from 'jose';

const ageSecondsMax = 10 * 60;

export interface IdentityKey {
  readonly kid: string;
  /** Used as its UTF-8 bytes. */
  readonly secret: string;
}

export interface Claim {
  readonly customerId: string;
  readonly siteId: string;
  /** Never used twice. */
  readonly jti: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

export async function signIdentity(key: IdentityKey, claim: Claim): Promise<string> {
  const issuedAt = Math.floor(claim.now / 1_000);
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256', kid: key.kid, typ: 'JWT' })
    .setSubject(claim.customerId)
    .setAudience(claim.siteId)
    .setJti(claim.jti)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ageSecondsMax)
    .sign(new TextEncoder().encode(key.secret));
}

/** The typed wire: who may call, and how a refusal travels. */
import { initTRPC, TRPCError } from '@trpc/server';
import { z, ZodError } from 'zod';
import type { Customer, ShopperId, SiteId } from '../../shared/ids.ts';
import {
  refusalStatus,
  type Refusal,
  type RefusalCode,
  type Result,
} from '../../shared/refusals.ts';
import { issuesOf } from '../../shared/schema/issues.ts';
import { whatIsRight } from '../../shared/schema/what-is-right.ts';
import type { Passwords } from '../flow/admins.ts';
import { storeRefusal, type Deps } from '../flow/deps.ts';
import { currentProgramme } from '../flow/programmes.ts';

/** A shopper's signed token, read. */
export interface ShopperSession {
  readonly siteId: SiteId;
  readonly shopperId: ShopperId;
  readonly kind: 'anonymous' | 'identified';
}

/** A token of the shop's back end, checked for signature, audience and age. */
export interface VerifiedCustomer {
  readonly customer: Customer;
  readonly tokenId: string;
  readonly expiresAt: number;
}

/** What the edge knows how to do: everything that needs keys. */
export interface Identity {
  signShopper(session: ShopperSession): Promise<string>;
  newShopperId(): ShopperId;
  customerOf(siteId: SiteId, externalId: string): Customer;
  /** A keyed hash: nobody can try contacts against what is stored. */
  contactHash(siteId: SiteId, contact: string): string;
  verifyCustomer(siteId: SiteId, token: string): Promise<Result<VerifiedCustomer>>;
}

export type AttemptKind =
  | 'anonymous_play'
  | 'contact_play'
  | 'claim'
  | 'contact'
  | 'track'
  | 'sign_in';

export interface Context {
  readonly deps: Deps;
  readonly identity: Identity;
  readonly passwords: Passwords;
  /** From the bearer token; a refusal when one was sent that is not good. */
  readonly shopper: ShopperSession | Refusal | null;
  /** The site whose secret key was sent. */
  readonly backendSiteId: SiteId | null;
  /** The secret of the admin's cookie. */
  readonly adminSecret: string | null;
  setAdminCookie(session: { secret: string; expiresAt: number } | null): void;
  /** The page that asks, null when the request did not come from a page of another origin. */
  readonly origin: string | null;
  /** Takes one attempt of `of`, or else of the caller's network; a refusal when none is left. */
  takeAttempt(kind: AttemptKind, of?: string): Promise<Refusal | null>;
  /** For an attempt that came to nothing. */
  giveBack(kind: 'anonymous_play'): Promise<void>;
  readonly widgetUrl: string;
}

// Whoever calls reads what would be right, in the same words as whoever writes a programme.
z.config({ customError: whatIsRight });

const trpc = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter({ shape, error }) {
    const refusal = refusalOf(error);
    const message = refusal.detail ?? refusal.code;
    return { ...shape, message, data: { ...shape.data, refusal } };
  },
});

export const { router } = trpc;

/** Of every kind. A store that is away or busy is no bug: it has a status of its own. */
export const procedure = trpc.procedure.use(async ({ next }) => {
  const result = await next();
  const refusal = result.ok ? null : storeRefusal(result.error.cause);
  if (refusal) refuseCall(refusal);
  return result;
});

/** The error that carries a refusal over the wire, with its status. */
class RefusalError extends TRPCError {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super({ code: codeByStatus[refusalStatus[refusal.code]], message: refusal.code });
    this.refusal = refusal;
  }
}

/** The value, or the refusal thrown as tRPC wants it. */
export async function answer<Value>(result: Promise<Result<Value>>): Promise<Value> {
  const settled = await result;
  if (settled.ok) return settled.value;
  throw new RefusalError(settled.refusal);
}

/** What went wrong, in a word from the closed list. A bug says nothing of itself. */
export function refusalOf(error: TRPCError): Refusal {
  if (error instanceof RefusalError) return error.refusal;
  const { cause } = error;
  if (cause instanceof RefusalError) return cause.refusal;
  if (cause instanceof ZodError) return { code: 'bad_request', issues: issuesOf(cause) };
  const code = refusalByCode[error.code] ?? 'internal_error';
  return code === 'internal_error' ? { code } : { code, detail: error.message };
}

/** A page of an origin that the site did not list is refused; a request from no page is not. */
export async function checkOrigin(ctx: Context, siteId: SiteId): Promise<void> {
  if (ctx.origin === null) return;
  const known = ctx.deps.programmes.get(siteId);
  const programme = known ?? (await currentProgramme(ctx.deps, siteId));
  if (!programme) refuseCall({ code: 'site_not_found' });
  if (!programme.site.origins.includes(ctx.origin)) refuseCall({ code: 'origin_not_allowed' });
}

export function refuseCall(refusal: Refusal): never {
  throw new RefusalError(refusal);
}

/** A call by a shopper's token. */
export const shopperProcedure = procedure.use(async ({ ctx, next }) => {
  const { shopper } = ctx;
  if (shopper === null) refuseCall({ code: 'unauthorized' });
  if ('code' in shopper) refuseCall(shopper);
  await checkOrigin(ctx, shopper.siteId);
  return next({ ctx: { shopper } });
});

/** A call with the site's secret key. */
export const backendProcedure = procedure.use(({ ctx, next }) => {
  const { backendSiteId: siteId } = ctx;
  if (siteId === null) refuseCall({ code: 'unauthorized', detail: 'send the secret key' });
  return next({ ctx: { siteId } });
});

const codeByStatus = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_SUPPORTED',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'UNPROCESSABLE_CONTENT',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'SERVICE_UNAVAILABLE',
} as const;

const refusalByCode: Partial<Record<TRPCError['code'], RefusalCode>> = {
  PARSE_ERROR: 'bad_request',
  BAD_REQUEST: 'bad_request',
  UNAUTHORIZED: 'unauthorized',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'not_found',
  METHOD_NOT_SUPPORTED: 'method_not_allowed',
  PAYLOAD_TOO_LARGE: 'body_too_large',
  UNSUPPORTED_MEDIA_TYPE: 'unsupported_media_type',
  TOO_MANY_REQUESTS: 'rate_limited',
};

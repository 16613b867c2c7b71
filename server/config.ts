/** Reads the environment, once, and says in one line what is wrong with it. */
import { z } from 'zod';

const port = z.coerce.number('a port, 0 to 65535').int().min(0).max(65_535);
const url = (pattern: RegExp, wanted: string) =>
  z.string().refine((text) => pattern.test(text) && URL.canParse(text), wanted);
const hexKey = z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits');

const environment = z.object({
  PORT: port.default(8787),
  /** Folder of the database and the keys. */
  FAIRGROUND_DATA: z.string().min(1).default('./data'),
  /** PostgreSQL instead of the embedded database. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+/, 'an address such as postgres://user@host/database')
    .optional(),
  /** How browsers reach this server. */
  PUBLIC_URL: url(
    /^https?:\/\/[^/]+$/,
    'an origin such as https://play.example, no path',
  ).optional(),
  /** The demo shop's port, one above ours by default; `off` for none. */
  DEMO_PORT: z.union([z.literal('off'), port]).optional(),
  /** How many proxies in front are ours: their X-Forwarded-For is believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Plays, check-ins and answers an hour of one network's shoppers who are not signed in. */
  ANONYMOUS_PLAYS_PER_HOUR: z.coerce.number().int().min(1).default(600),
  /** Keys for machines that share a database; else they are made in FAIRGROUND_DATA. */
  FAIRGROUND_DRAW_KEY: hexKey.optional(),
  FAIRGROUND_MASTER_KEY: hexKey.optional(),
  /** Where codes go out, such as smtps://user:password@mail.example; without it none does. */
  SMTP_URL: url(
    /^smtps?:\/\/.+/,
    'an address such as smtps://user:password@mail.example',
  ).optional(),
  /** Whom mails come from. */
  MAIL_FROM: z.string().min(3).max(200).default('Fairground <no-reply@localhost>'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
});

export interface Config {
  readonly port: number;
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  readonly publicUrl: string;
  readonly demoPort: number | null;
  readonly trustedProxies: number;
  readonly anonymousPlaysPerHour: number;
  readonly drawKey: string | null;
  readonly masterKey: string | null;
  /** Null: mails wait until they are of no use. */
  readonly smtp: { readonly url: string; readonly from: string } | null;
  readonly logLevel: string;
}

/** What is wrong with the configuration, for the person who starts the server. */
export class ConfigError extends Error {}

export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(withoutEmpty(variables));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(`${String(issue?.path[0])}: ${issue?.message}`);
  }
  const env = parsed.data;
  const demoPort = env.DEMO_PORT ?? (env.PORT === 0 ? 0 : env.PORT + 1);
  return {
    port: env.PORT,
    dataFolder: env.FAIRGROUND_DATA,
    databaseUrl: env.DATABASE_URL ?? null,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    demoPort: demoPort === 'off' ? null : demoPort,
    trustedProxies: env.TRUSTED_PROXIES,
    anonymousPlaysPerHour: env.ANONYMOUS_PLAYS_PER_HOUR,
    drawKey: env.FAIRGROUND_DRAW_KEY ?? null,
    masterKey: env.FAIRGROUND_MASTER_KEY ?? null,
    smtp: env.SMTP_URL === undefined ? null : { url: env.SMTP_URL, from: env.MAIL_FROM },
    logLevel: env.LOG_LEVEL,
  };
}

/** A variable that is set to nothing, or to blanks, is not set. */
function withoutEmpty(
  variables: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim() !== ''));
}

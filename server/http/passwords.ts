/** Argon2id from Node's own crypto, in the PHC string format. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Passwords } from '../flow/admins.ts';

/** OWASP's first choice: 19 MiB, 2 passes, 1 lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;

export const passwords: Passwords = {
  async hash(password) {
    const salt = randomBytes(16);
    const tag = await argon2id(password, salt, cost);
    const parameters = `m=${cost.memory},t=${cost.passes},p=${cost.parallelism}`;
    return `$argon2id$v=19$${parameters}$${unpadded(salt)}$${unpadded(tag)}`;
  },
  async verify(hash, password) {
    const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash);
    if (!match) return false;
    const [memory, passes, parallelism] = match.slice(1, 4).map(Number);
    const [salt, tag] = match.slice(4).map((part) => Buffer.from(part, 'base64'));
    if (!memory || !passes || !parallelism || !salt || !tag) return false;
    const again = { memory, passes, parallelism, tagLength: tag.length };
    return timingSafeEqual(await argon2id(password, salt, again), tag);
  },
};

function argon2id(
  password: string,
  nonce: Buffer,
  parameters: { memory: number; passes: number; parallelism: number; tagLength: number },
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message: password, nonce, ...parameters }, (error, tag) => {
      if (error) reject(error);
      else resolve(tag);
    });
  });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}

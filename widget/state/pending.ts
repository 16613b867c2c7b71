/** Commands on their way: written down before they are sent, until what they gave was seen. */
import { bytesToHex } from '../../shared/draw.ts';
import type { PlayInput } from '../../shared/schema/shopper-api.ts';
import { pendingStart, type Keep } from './keep.ts';

/** The code of a friend's link, as the loader found it: see `arrival.ts`. */
export const pendingReferral = `${pendingStart}ref`;

export function rememberPlay(keep: Keep, command: PlayInput): void {
  // One entry a command, so that two tabs never overwrite each other's.
  keep.set(pendingStart + command.commandId, JSON.stringify(command));
}

export function forgetPlay(keep: Keep, commandId: string): void {
  keep.remove(pendingStart + commandId);
}

export function isPending(keep: Keep, { commandId }: Pick<PlayInput, 'commandId'>): boolean {
  return keep.get(pendingStart + commandId) !== undefined;
}

export function pendingPlays(keep: Keep): PlayInput[] {
  return keep.names(pendingStart).flatMap((name) => {
    if (name === pendingReferral) return [];
    try {
      const command: PlayInput = JSON.parse(keep.get(name) ?? '');
      return [command];
    } catch {
      keep.remove(name);
      return [];
    }
  });
}

/** 32 hex digits in the order of time, so that the books grow at their end. */
export function newCommandId(): string {
  return Date.now().toString(16).padStart(12, '0') + randomHex(10);
}

/** `bytes` × 2 lower-case hex digits of the browser's randomness. */
export function randomHex(bytes: number): string {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(bytes)));
}

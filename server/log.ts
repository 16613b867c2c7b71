/** What the server says of itself: what went wrong and where, and nothing of anybody. */
import { pino, type Logger } from 'pino';

export function openLog(level: string): Logger {
  return pino({ level, serializers: { err: bareError } });
}

/** Drivers and mail servers hang rows and recipients on their errors, and name them in the text. */
function bareError(error: Error): object {
  const { type, message, stack } = pino.stdSerializers.err(error);
  const code = 'code' in error ? error.code : undefined;
  return { type, code, message: withoutAddresses(message), stack: withoutAddresses(stack) };
}

function withoutAddresses(text: string): string {
  return text.replaceAll(/[^\s<>"'(),:;=]+@[^\s<>"'(),:;=]+/g, '…@…');
}

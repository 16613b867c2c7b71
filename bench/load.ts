/**
 * A load generator over raw sockets: one request at a time on each connection, sent as one string
 * and answered with a content-length. It costs a fraction of an HTTP client, so that what is
 * measured is the server.
 */
import { connect, type Socket } from 'node:net';

/** Makes the next request of a connection from the last answer; null ends the connection. */
export type Conversation = (answer: Answer | null) => Request | null;

export interface Request {
  readonly path: string;
  readonly body: string;
  readonly token?: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface LoadResult {
  /** Answers within the measured time that `counts`. */
  readonly answered: number;
  readonly seconds: number;
}

export interface Load {
  readonly port: number;
  readonly conversations: readonly Conversation[];
  readonly warmSeconds: number;
  readonly seconds: number;
  readonly counts: (answer: Answer) => boolean;
}

/** Runs all conversations at once for a bounded time. */
export async function runLoad(load: Load): Promise<LoadResult> {
  const startsAt = performance.now() + load.warmSeconds * 1_000;
  const endsAt = startsAt + load.seconds * 1_000;
  let answered = 0;
  await Promise.all(
    load.conversations.map((conversation) =>
      talk(load.port, (answer) => {
        const now = performance.now();
        if (answer && now >= startsAt && now < endsAt && load.counts(answer)) answered += 1;
        return now < endsAt ? conversation(answer) : null;
      }),
    ),
  );
  return { answered, seconds: load.seconds };
}

function talk(port: number, next: Conversation): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let buffered = '';
    const send = (answer: Answer | null): void => {
      const request = next(answer);
      if (request) socket.write(textOf(request));
      else socket.end();
    };
    socket.on('connect', () => send(null));
    socket.on('data', (chunk) => {
      buffered += chunk.toString('latin1');
      const answer = parse(buffered);
      if (!answer) return;
      buffered = '';
      send(answer);
    });
    socket.on('error', reject);
    socket.on('close', () => resolve());
    endWith(socket);
  });
}

function endWith(socket: Socket): void {
  socket.setTimeout(20_000, () => socket.destroy(new Error('no answer within 20 seconds')));
}

function textOf({ path, body, token }: Request): string {
  const authorization = token === undefined ? '' : `authorization: Bearer ${token}\r\n`;
  return (
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n` +
    `${authorization}content-length: ${body.length}\r\n\r\n${body}`
  );
}

/** Null until the whole answer is there. */
function parse(text: string): Answer | null {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const head = text.slice(0, headEnd);
  const status = Number(head.slice(9, 12));
  const length = /content-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined) {
    const body = text.slice(headEnd + 4);
    return body.length < Number(length) ? null : { status, body };
  }
  // The stock adapter answers in chunks.
  return text.endsWith('\r\n0\r\n\r\n') ? { status, body: text.slice(headEnd + 4) } : null;
}

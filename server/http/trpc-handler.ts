/**
 * Plain tRPC calls, single and batched, straight to the procedure: the stock adapter spends several
 * times the CPU on building web requests. Answers are the stock adapter's, byte for byte; whatever
 * is not a plain call goes to it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  TRPCError,
  type AnyTRPCRouter,
  type TRPCProcedureType,
} from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import { getHTTPStatusCode } from '@trpc/server/http';
import { limits } from '../../shared/limits.ts';
import { answerText } from '../flow/settle.ts';
import { readBody } from './body.ts';
import { callProcedure, proceduresOf, type Procedures } from './call-procedure.ts';
import { sendCompressedJson, sendJson, sendRefusal, sendWrongMethod } from './reply.ts';

export type ContextOf = (request: IncomingMessage, response: ServerResponse) => Promise<object>;

export type ReportBug = (error: TRPCError, path: string) => void;

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Calls that change money, points, stock or limits: one in a batch at the most. */
function movesMoney({ procedures }: Wire, path: string): boolean {
  const isMutation = procedures.get(path)?.type === 'mutation';
  return isMutation && path !== 'shopper.track';
}

/** What every call is answered with. */
interface Wire {
  readonly router: AnyTRPCRouter;
  readonly procedures: Procedures;
  readonly contextOf: ContextOf;
  readonly reportBug: ReportBug;
}

interface PlainCall {
  readonly paths: readonly string[];
  readonly type: TRPCProcedureType;
  readonly batched: boolean;
  /** The `input` of a query, null when there is none. */
  readonly input: string | null;
}

export function createTrpcHandler(
  router: AnyTRPCRouter,
  contextOf: ContextOf,
  reportBug: ReportBug,
): Handler {
  const wire: Wire = { router, procedures: proceduresOf(router), contextOf, reportBug };
  const stock = createHTTPHandler({
    router,
    basePath: '/trpc/',
    createContext: ({ req, res }) => contextOf(req, res),
    maxBodySize: limits.bodyBytesMax,
    maxBatchSize: limits.batchCallsMax,
    onError: ({ error, path }) => reportBug(error, path ?? ''),
  });

  return async (request, response) => {
    // The stock adapter fails on it: no web request may have this method.
    if (request.method === 'TRACE') {
      sendWrongMethod(response, ['GET', 'POST']);
      return;
    }
    if (request.method === 'POST' && !isJson(request)) {
      sendRefusal(response, { code: 'unsupported_media_type', detail: 'send application/json' });
      return;
    }
    const target = request.url ?? '';
    const single = singleCallOf(wire, request, target);
    if (single) {
      await answerPlain(wire, request, response, single);
      return;
    }
    const named = pathOf(target);
    const paths = named.split(',').map((path) => path.replaceAll(/^[./]+|\/+$/g, ''));
    if (paths.length > limits.batchCallsMax) {
      sendRefusal(response, { code: 'batch_too_large', detail: `${limits.batchCallsMax} at most` });
      return;
    }
    // Asked of every call, since the stock adapter would run such a batch.
    if (paths.filter((path) => movesMoney(wire, path)).length > 1) {
      const detail = 'one call that moves money in a batch';
      sendRefusal(response, { code: 'batch_too_large', detail });
      return;
    }
    const call = plainCallOf(wire, request, target);
    if (!call) {
      stock(request, response);
      return;
    }
    await answerPlain(wire, request, response, call);
  };
}

/** The names of the calls as the stock adapter reads them; empty when it could not. */
function pathOf(target: string): string {
  try {
    return decodeURIComponent(target.split(/[?#]/, 1)[0] ?? '').slice('/trpc/'.length);
  } catch {
    return '';
  }
}

/** One mutation by its plain name, which needs no reading of the target: almost every call. */
function singleCallOf(
  { procedures }: Wire,
  request: IncomingMessage,
  target: string,
): PlainCall | null {
  const path = target.slice('/trpc/'.length);
  if (request.method !== 'POST' || procedures.get(path)?.type !== 'mutation') return null;
  return isPlain(request) ? { paths: [path], type: 'mutation', batched: false, input: null } : null;
}

/** Whether the headers ask for nothing that only the stock adapter knows. */
function isPlain(request: IncomingMessage): boolean {
  const { headers } = request;
  if (!/^[\w.:[\]-]*$/.test(headers.host ?? '')) return false;
  if (headers['content-type'] !== undefined && !isJson(request)) return false;
  return headers['trpc-accept'] === undefined && headers.accept?.includes('jsonl') !== true;
}

/** Null for everything that the stock adapter should judge. */
function plainCallOf(
  { procedures }: Wire,
  request: IncomingMessage,
  target: string,
): PlainCall | null {
  const match = /^\/trpc\/([\w.,]+)(?:\?([^#]*))?$/.exec(target);
  if (!match?.[1] || !isPlain(request)) return null;
  const { method } = request;
  const type = method === 'POST' ? 'mutation' : method === 'GET' ? 'query' : null;
  if (!type) return null;
  const search = new URLSearchParams(match[2] ?? '');
  if (search.has('connectionParams')) return null;
  const batched = search.get('batch') === '1';
  const paths = batched ? match[1].split(',') : [match[1]];
  const plain = paths.every((path) => procedures.get(path)?.type === type);
  return plain ? { paths, type, batched, input: search.get('input') } : null;
}

async function answerPlain(
  wire: Wire,
  request: IncomingMessage,
  response: ServerResponse,
  call: PlainCall,
): Promise<void> {
  const text = call.type === 'mutation' ? await readBody(request) : call.input;
  if (call.type === 'mutation' && text === null) {
    sendRefusal(response, {
      code: 'body_too_large',
      detail: `${limits.bodyBytesMax} bytes at most`,
    });
    return;
  }
  const ctx = await wire.contextOf(request, response);
  const inputs = lazyInputs(call, text);
  const answers = await Promise.all(
    call.paths.map((path, index) => answerOne(wire, path, index, call, inputs, ctx)),
  );
  const [first] = answers;
  const body = call.batched ? JSON.stringify(answers) : bodyOf(first);
  const status = getHTTPStatusCode(answers);
  response.setHeader('vary', 'trpc-accept, accept');
  if (call.type === 'query') await sendCompressedJson(request, response, status, body);
  else sendJson(response, status, body);
}

/** The JSON of one answer. */
function bodyOf(answer: SingleAnswer | undefined): string {
  if (!answer || 'error' in answer) return JSON.stringify(answer);
  const text = answerText(answer.result.data);
  return text === undefined ? '{"result":{}}' : `{"result":{"data":${text}}}`;
}

type Answer = Parameters<typeof getHTTPStatusCode>[0] & object;
type SingleAnswer = Exclude<Answer, readonly unknown[]>;

async function answerOne(
  { router, procedures, reportBug }: Wire,
  path: string,
  batchIndex: number,
  call: PlainCall,
  inputs: () => Record<number, unknown>,
  ctx: object,
): Promise<SingleAnswer> {
  const { type } = call;
  let input: unknown;
  try {
    const getRawInput = async (): Promise<unknown> => (input = inputs()[batchIndex]);
    const data = await callProcedure(procedures, { path, type, ctx, batchIndex, getRawInput });
    return { result: { data } };
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause);
    reportBug(error, path);
    const config = router._def._config;
    return { error: getTRPCErrorShape({ config, error, type, path, input, ctx }) };
  }
}

/** Parsed when first asked for, as the stock adapter does: a middleware may refuse before. */
function lazyInputs(call: PlainCall, text: string | null): () => Record<number, unknown> {
  let parsed: Record<number, unknown> | undefined;
  return () => (parsed ??= parseInputs(call, text));
}

function parseInputs(call: PlainCall, text: string | null): Record<number, unknown> {
  if (text === null || text === '') return {};
  let inputs: unknown;
  try {
    inputs = JSON.parse(text);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : 'Invalid input';
    throw new TRPCError({ code: 'BAD_REQUEST', message, cause });
  }
  if (!call.batched) return { 0: inputs };
  if (typeof inputs !== 'object' || inputs === null || Array.isArray(inputs)) {
    const message = '"input" needs to be an object when doing a batch call';
    throw new TRPCError({ code: 'BAD_REQUEST', message });
  }
  return { ...inputs };
}

function isJson(request: IncomingMessage): boolean {
  const sent = request.headers['content-type'] ?? '';
  if (sent === 'application/json') return true;
  const [type] = sent.split(';', 1);
  return type?.trim().toLowerCase() === 'application/json';
}

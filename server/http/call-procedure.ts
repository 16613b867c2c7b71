/**
 * Runs a procedure's own steps as tRPC runs them. Its own runner copies the options and the context
 * twice a step with a helper made for old engines: nine tenths of what a call costs.
 */
import {
  getTRPCErrorFromUnknown,
  TRPCError,
  type AnyTRPCRouter,
  type TRPCProcedureType,
} from '@trpc/server';

export interface ProcedureCall {
  readonly path: string;
  readonly type: TRPCProcedureType;
  readonly ctx: object;
  /** The place in the batch. */
  readonly batchIndex: number;
  /** Parsed when a step asks for it. */
  readonly getRawInput: () => Promise<unknown>;
}

/** What a step answers. */
type StepResult =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly error: TRPCError };

/** What a step may change for those after it. */
interface Passed {
  readonly ctx?: object;
  readonly input?: unknown;
  readonly getRawInput?: () => Promise<unknown>;
}

interface StepOptions extends ProcedureCall {
  readonly signal: undefined;
  readonly input: unknown;
  readonly meta: unknown;
  next(passed?: Passed): Promise<StepResult>;
}

type Step = (options: StepOptions) => Promise<StepResult>;

interface Procedure {
  readonly type: unknown;
  readonly meta: unknown;
  /** Middlewares, input parsers and last the resolver. */
  readonly steps: readonly Step[];
}

export type Procedures = ReadonlyMap<string, Procedure>;

/** Paths as they are called. */
export function proceduresOf(router: AnyTRPCRouter): Procedures {
  const procedures: Readonly<Record<string, unknown>> = router._def.procedures;
  return new Map(
    Object.entries(procedures).map(([path, procedure]) => [path, readProcedure(path, procedure)]),
  );
}

/** The data of the answer; throws what the procedure throws, as tRPC wraps it. */
export async function callProcedure(procedures: Procedures, call: ProcedureCall): Promise<unknown> {
  const procedure = procedures.get(call.path);
  if (procedure?.type !== call.type) {
    const message = `No "${call.type}"-procedure on path "${call.path}"`;
    throw new TRPCError({ code: 'NOT_FOUND', message });
  }
  const result = await runFrom(procedure, 0, { ...call, input: undefined });
  if (!result.ok) throw result.error;
  return result.data;
}

type Reached = ProcedureCall & { readonly input: unknown };

async function runFrom(procedure: Procedure, at: number, reached: Reached): Promise<StepResult> {
  const step = procedure.steps[at];
  if (!step) throw new Error(`no step ${at} of ${reached.path}`);
  try {
    return await step({
      ...reached,
      signal: undefined,
      meta: procedure.meta,
      next: (passed) => runFrom(procedure, at + 1, passed ? passedOn(reached, passed) : reached),
    });
  } catch (cause) {
    return { ok: false, error: getTRPCErrorFromUnknown(cause) };
  }
}

function passedOn(reached: Reached, passed: Passed): Reached {
  return {
    ...reached,
    ctx: passed.ctx ? { ...reached.ctx, ...passed.ctx } : reached.ctx,
    input: 'input' in passed ? passed.input : reached.input,
    getRawInput: passed.getRawInput ?? reached.getRawInput,
  };
}

/** Another version of tRPC may keep them elsewhere: then nothing starts, and no call goes wrong. */
function readProcedure(path: string, procedure: unknown): Procedure {
  const definition = typeof procedure === 'function' && '_def' in procedure && procedure._def;
  if (typeof definition === 'object' && definition && 'middlewares' in definition) {
    const { middlewares: steps } = definition;
    const type = 'type' in definition ? definition.type : undefined;
    const meta = 'meta' in definition ? definition.meta : undefined;
    if (areSteps(steps)) return { type, meta, steps };
  }
  throw new Error(`cannot read the steps of the procedure ${path}`);
}

function areSteps(steps: unknown): steps is readonly Step[] {
  return (
    Array.isArray(steps) && steps.length > 0 && steps.every((step) => typeof step === 'function')
  );
}

import jsonata from 'jsonata';
import type { Json } from '@/words/json';
import { refusals } from './refusals';

/** What an expression gives, or why it gives nothing; `column` counts from 1. */
export type Outcome =
  | { ok: true; value: Json; undefinedResult: boolean }
  | { ok: false; message: string; column?: number };

/** The values that names stand for. */
export type Bindings = Record<string, Json>;

/** The longest expression looked at: 8,192 characters. */
export const MAX_CODE = 8_192;
const MAX_DEPTH = 100;

/**
 * Evaluates an expression as a run would: refused syntax is refused, a value that isn't there is
 * null. `known` are the names of nodes before this one, whether or not a value is at hand.
 */
export async function evaluate(
  code: string,
  bindings: Bindings,
  known: string[],
): Promise<Outcome> {
  const early = tooBig(code);
  if (early) return { ok: false, message: early };
  try {
    const expression = jsonata(code);
    const names = new Set([...known, ...Object.keys(bindings), 'trigger', 'run']);
    const refused = refusals(expression.ast(), names)[0];
    if (refused) return { ok: false, ...refused };
    registerStates(expression);
    const missing = Object.fromEntries([...names].map((name) => [name, undefined]));
    const result: unknown = await expression.evaluate(undefined, { ...missing, ...bindings });
    return outcome(result);
  } catch (error) {
    return failure(error);
  }
}

function tooBig(code: string): string | undefined {
  if (code.trim() === '') return 'The expression is empty.';
  if (code.length > MAX_CODE) return 'The expression is longer than 8,192 characters.';
  let depth = 0;
  for (const char of code) {
    if ('([{'.includes(char)) depth++;
    if (')]}'.includes(char)) depth--;
    if (depth > MAX_DEPTH) return 'The expression is nested more than 100 levels deep.';
  }
  return undefined;
}

function outcome(result: unknown): Outcome {
  if (result === undefined) return { ok: true, value: null, undefinedResult: true };
  if (isFunction(result)) return { ok: false, message: 'This gives a function, not a value.' };
  return { ok: true, value: JSON.parse(JSON.stringify(result)) as Json, undefinedResult: false };
}

function isFunction(result: unknown): boolean {
  if (typeof result !== 'object' || result === null) return typeof result === 'function';
  return '_jsonata_lambda' in result || '_jsonata_function' in result;
}

/** jsonata throws plain objects whose position counts characters already read. */
function failure(error: unknown): Outcome {
  const { message, position } = error as { message?: string; position?: number };
  const text = (message ?? 'The expression can’t be evaluated').replace(/^"|"$/g, '');
  return { ok: false, message: text.endsWith('.') ? text : `${text}.`, column: position };
}

/** The functions Step Functions adds to JSONata; hashes are left to the run. */
function registerStates(expression: jsonata.Expression): void {
  expression.registerFunction('partition', partition, '<a-n:a>');
  expression.registerFunction('range', range, '<n-nn:a<n>>');
  expression.registerFunction('uuid', () => crypto.randomUUID(), '<:s>');
  expression.registerFunction('parse', (text: string) => JSON.parse(text) as unknown, '<s-:x>');
  expression.registerFunction('hash', () => '(known when it runs)', '<s-s:s>');
}

function partition(list: unknown[], size: number): unknown[][] {
  const length = Math.max(1, Math.floor(size));
  return Array.from({ length: Math.ceil(list.length / length) }, (_, index) =>
    list.slice(index * length, (index + 1) * length),
  );
}

function range(first: number, last: number, step: number): number[] {
  if (step === 0 || (last - first) / step > 1_000)
    throw new Error('A range has at most 1,000 numbers');
  const length = Math.max(0, Math.floor((last - first) / step) + 1);
  return Array.from({ length }, (_, index) => first + index * step);
}

import type { z } from 'zod';
import { ApiProblem, readProblem, UnknownAnswer, Unreachable } from './problem';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One call: what it sends, and how its answer is read. */
export type Call<T> = {
  method: Method;
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
  answer?: z.ZodType<T>;
  signal?: AbortSignal;
};

/** How long a call may take, in milliseconds: a caller of an Express workflow waits up to 25 s. */
const TIME_LIMIT = 30_000;

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Sends one call and reads its answer; throws {@link ApiProblem}, Unreachable or UnknownAnswer. */
export async function send<T>(fetch: Fetch, call: Call<T>): Promise<T> {
  const response = await reach(fetch, call);
  const body = await bodyOf(response);
  if (!response.ok) throw readProblem(response.status, body, response.headers.get('Retry-After'));
  if (!call.answer) return undefined as T;
  const read = call.answer.safeParse(body);
  if (!read.success)
    throw new UnknownAnswer(`${call.method} ${call.path.split('?')[0]}`, read.error);
  return read.data;
}

async function reach<T>(fetch: Fetch, call: Call<T>): Promise<Response> {
  const limit = AbortSignal.timeout(TIME_LIMIT);
  const json: Record<string, string> =
    call.body === undefined ? {} : { 'Content-Type': 'application/json' };
  try {
    return await fetch(`/api/v1/${call.path}`, {
      method: call.method,
      headers: { Accept: 'application/json', ...json, ...call.headers },
      body: call.body === undefined ? undefined : JSON.stringify(call.body),
      credentials: 'same-origin',
      signal: call.signal ? AbortSignal.any([limit, call.signal]) : limit,
    });
  } catch (error) {
    if (call.signal?.aborted) throw error;
    throw new Unreachable();
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => '');
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export function isStatus(error: unknown, status: number): boolean {
  return error instanceof ApiProblem && error.status === status;
}

import { z } from 'zod';
import { problem, type Issue, type Problem } from './schemas';

/** A call that was refused or failed, with what the server said about it. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  /** Seconds to wait before trying again, where the server said. */
  readonly retryAfter: number | undefined;

  constructor(told: Problem, retryAfter?: number) {
    super(told.detail ?? told.title);
    this.name = 'ApiProblem';
    this.problem = told;
    this.retryAfter = retryAfter;
  }

  get status(): number {
    return this.problem.status;
  }

  get issues(): Issue[] {
    return this.problem.issues;
  }
}

/** The server can't be reached: no network, or it is down. */
export class Unreachable extends Error {
  constructor() {
    super('Heddle can’t be reached. Check your connection, then try again.');
    this.name = 'Unreachable';
  }
}

/** The server answered in a form this page doesn't know: page and server differ in version. */
export class UnknownAnswer extends Error {
  constructor(call: string, error?: z.ZodError) {
    const where = error?.issues[0]?.path.join('.');
    super(
      `The answer to ${call} has an unexpected form${where ? ` at ${where}` : ''}. Reload the page.`,
    );
    this.name = 'UnknownAnswer';
  }
}

/** Reads a refusal, whatever its body holds. */
export function readProblem(status: number, body: unknown, retryAfter: string | null): ApiProblem {
  const read = problem.safeParse(body);
  const told = read.success
    ? { ...read.data, status }
    : problem.parse({ status, title: plain(status) });
  const seconds = Number(retryAfter);
  return new ApiProblem(told, retryAfter && Number.isFinite(seconds) ? seconds : undefined);
}

function plain(status: number): string {
  if (status === 404) return 'This isn’t there, or you may not see it.';
  if (status === 413) return 'This is too large for the server.';
  if (status >= 500) return 'Heddle had a problem of its own. Try again in a moment.';
  return `The server refused this (${status}).`;
}

/** What to tell a person about anything that was thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof ApiProblem) return refusal(error);
  return error instanceof Error ? error.message : 'Something went wrong. Try again.';
}

function refusal(error: ApiProblem): string {
  if (error.status === 429 && error.retryAfter !== undefined)
    return `Too many requests. Try again in ${error.retryAfter} seconds.`;
  if (error.status >= 500 && error.problem.instance)
    return `${error.message} (Reference ${error.problem.instance})`;
  return error.message;
}

/** The server's words for each field of a form; those for no field of it come under ''. */
export function fieldErrors(error: unknown, fields: readonly string[]): Record<string, string> {
  if (!(error instanceof ApiProblem)) return error ? { '': messageOf(error) } : {};
  const told = error.problem.errors.map(({ field, message }) => {
    const name = field.replace(/^\//, '').replace(/^body\./, '');
    return fields.includes(name)
      ? ([name, message] as const)
      : (['', `${field}: ${message}`] as const);
  });
  return told.length ? Object.fromEntries(told) : { '': messageOf(error) };
}

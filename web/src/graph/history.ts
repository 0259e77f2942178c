/** One state of a document and what led to it. */
export type Step<T> = { value: T; label: string; burst?: string; at: number };

/** A document with its past and future. Never changed in place. */
export type History<T> = { past: Step<T>[]; now: Step<T>; future: Step<T>[] };

/** How many steps can be undone. */
export const MAX_STEPS = 200;

/** Changes of one burst within this time count as one step, in milliseconds. */
export const BURST_TIME = 1_000;

export function begin<T>(value: T): History<T> {
  return { past: [], now: { value, label: 'Open', at: 0 }, future: [] };
}

/**
 * The history after a change. Changes of the same `burst` that follow each other quickly (typing in
 * one field, nudging one node) are undone together; a change to nothing new is no step.
 */
export function record<T>(
  history: History<T>,
  value: T,
  what: { label: string; burst?: string; at: number },
): History<T> {
  if (Object.is(value, history.now.value)) return history;
  const step = { value, ...what };
  if (continues(history, what)) return { past: history.past, now: step, future: [] };
  return { past: [...history.past, history.now].slice(-MAX_STEPS), now: step, future: [] };
}

function continues<T>(history: History<T>, what: { burst?: string; at: number }): boolean {
  const { now, past, future } = history;
  if (what.burst === undefined || past.length === 0 || future.length > 0) return false;
  return now.burst === what.burst && what.at - now.at <= BURST_TIME;
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (!before) return history;
  const now = { ...before, burst: undefined };
  return { past: history.past.slice(0, -1), now, future: [history.now, ...history.future] };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { past: [...history.past, history.now], now: { ...next, burst: undefined }, future };
}

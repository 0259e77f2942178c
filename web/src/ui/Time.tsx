import { useSyncExternalStore } from 'react';
import { ago, fullTime } from '@/words/time';

let now = Date.now();
const listeners = new Set<() => void>();
let clock: ReturnType<typeof setInterval> | undefined;

/** One clock for all times on the page, every ten seconds; it stands still while nobody looks. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (clock === undefined) {
    now = Date.now();
    clock = setInterval(() => {
      now = Date.now();
      listeners.forEach((one) => one());
    }, 10_000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(clock);
    clock = undefined;
  };
}

/** "3 min ago", with the full time on hover. */
export function Time({ at, className }: { at: string; className?: string }) {
  const current = useSyncExternalStore(subscribe, () => now);
  return (
    <time dateTime={at} title={fullTime(at)} className={className}>
      {ago(at, current)}
    </time>
  );
}

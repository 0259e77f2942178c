const STEPS: [limit: number, seconds: number, unit: string][] = [
  [60, 1, 'sec'],
  [3_600, 60, 'min'],
  [86_400, 3_600, 'h'],
  [7 * 86_400, 86_400, 'days'],
];

/** "3 min ago"; a date once it is more than a week past. Times are ISO 8601 or milliseconds. */
export function ago(when: string | number, now: number): string {
  const then = new Date(when).getTime();
  const seconds = Math.round((now - then) / 1000);
  if (Number.isNaN(seconds)) return 'at an unknown time';
  if (seconds < 5) return 'just now';
  const step = STEPS.find(([limit]) => seconds < limit);
  if (!step) return `on ${new Date(then).toLocaleDateString(undefined, { dateStyle: 'medium' })}`;
  const count = Math.floor(seconds / step[1]);
  return `${count} ${step[2] === 'days' && count === 1 ? 'day' : step[2]} ago`;
}

/** The full local time, for a hover. */
export function fullTime(when: string | number): string {
  const date = new Date(when);
  if (Number.isNaN(date.getTime())) return String(when);
  return date.toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'long' });
}

/** A span in the unit one would say it in: `840 ms`, `2.4 s`, `3 min 5 s`, `2 h 4 min`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.max(0, Math.round(milliseconds))} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.round(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

import { useSyncExternalStore } from 'react';

/** A short word about what happened, shown at the bottom for a while. */
export type Notice = {
  id: number;
  text: string;
  tone: 'plain' | 'failed';
  action?: { title: string; run: () => void };
};

let notices: readonly Notice[] = [];
let spoken = '';
let next = 1;
const listeners = new Set<() => void>();

const SHOWN = { plain: 4_000, failed: 10_000 };
const MOST = 3;

function change(to: readonly Notice[]): void {
  notices = to;
  listeners.forEach((listener) => listener());
}

/** Shows a word at the bottom of the page and reads it out. */
export function notify(
  text: string,
  tone: Notice['tone'] = 'plain',
  action?: Notice['action'],
): void {
  const notice = { id: next++, text, tone, action };
  change([...notices.filter((one) => one.text !== text), notice].slice(-MOST));
  setTimeout(() => dismiss(notice.id), SHOWN[tone]);
}

export function dismiss(id: number): void {
  change(notices.filter((one) => one.id !== id));
}

/** Reads something out without showing it, for those who can't see the canvas. */
export function announce(text: string): void {
  // The same words twice are only read again when they differ: a trailing space is enough.
  spoken = spoken === text ? `${text} ` : text;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useNotices = (): readonly Notice[] => useSyncExternalStore(subscribe, () => notices);
export const useSpoken = (): string => useSyncExternalStore(subscribe, () => spoken);

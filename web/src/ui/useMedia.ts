import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds, and again whenever that changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** A screen too narrow to draw on: below 768 pixels. */
export const useNarrow = (): boolean => useMedia('(max-width: 767px)');
export const useLessMotion = (): boolean => useMedia('(prefers-reduced-motion: reduce)');

import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { NodeRun, Run } from '@/api/schemas';
import { prefixesOf, seenFrom } from '@/run/path';
import { isOver } from '@/run/status';
import { keys } from './keys';
import { useApi } from './services';

/** How often a single iteration is asked for while its run goes on, in milliseconds. */
const BEAT = 2_000;

/** What is known of the iterations a path leads through, outermost first; undefined while it is loaded. */
export function useViews(run: Run | undefined, path: string): (NodeRun[] | undefined)[] {
  const api = useApi();
  const id = run?.id ?? '';
  const over = run !== undefined && isOver(run.status);
  return useQueries({
    queries: prefixesOf(path).map((prefix) => ({
      queryKey: keys.run.nodes(id, prefix),
      queryFn: async () => (await api.runNodes(id, prefix)).items,
      enabled: id !== '',
      refetchInterval: over ? (false as const) : BEAT,
    })),
    combine: (results) => results.map((one) => one.data),
  });
}

/** A run as seen from one iteration: the steps inside its containers tell of that one. */
export function useRunAt(run: Run | undefined, path: string): Run | undefined {
  const views = useViews(run, path);
  return useMemo(
    () =>
      run && (path === '' ? run : { ...run, nodes: seenFrom(run.graph, run.nodes, path, views) }),
    [path, run, views],
  );
}

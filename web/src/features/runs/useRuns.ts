import { useInfiniteQuery } from '@tanstack/react-query';
import { keys } from '@/data/keys';
import { useFreshRuns } from '@/data/runs';
import { useApi } from '@/data/services';
import type { RunStatus } from '@/run/status';

/** The runs of a workflow, or all of them, newest first; new ones appear by themselves. */
export function useRuns(workflow: string | undefined, status: RunStatus | undefined) {
  const api = useApi();
  useFreshRuns(workflow);
  return useInfiniteQuery({
    queryKey: keys.runs.list(workflow, status),
    queryFn: ({ pageParam }) => api.runs({ workflow, status, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
}

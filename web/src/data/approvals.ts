import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { keys } from './keys';
import { useNews } from './runs';
import { useApi } from './services';

/** Without any news the list is still asked for now and then, in milliseconds. */
const BEAT = 30_000;
/** A run tells that it waits a moment before what it asks is listed, in milliseconds. */
const LATER = 1_500;

export type Which = 'waiting' | 'decided';

/** What runs ask people, newest first. */
export function useApprovals(which: Which) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: keys.approvals.list(which),
    queryFn: ({ pageParam }) => api.approvals(which, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: BEAT,
  });
}

/** How many questions wait, as far as the first page tells; kept up to date while runs change. */
export function useWaiting(): { count: number; more: boolean } {
  useFreshApprovals();
  const { data } = useApprovals('waiting');
  const count = data?.pages.reduce((sum, page) => sum + page.items.length, 0) ?? 0;
  return { count, more: data?.pages.at(-1)?.nextCursor !== undefined };
}

export function useApproval(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.approvals.one(id),
    queryFn: () => api.approval(id),
    refetchInterval: ({ state }) => (state.data?.status === 'waiting' ? BEAT : false),
  });
}

/** Approves or rejects; whatever came of it, the lists and the run are looked at again. */
export function useDecide(id: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ decision, comment }: { decision: 'approve' | 'reject'; comment: string }) =>
      api.decide(id, decision, comment.trim()),
    onSuccess: (decided) => client.setQueryData(keys.approvals.one(id), decided),
    onSettled: (decided) => {
      void client.invalidateQueries({ queryKey: keys.approvals.all });
      if (decided) void client.invalidateQueries({ queryKey: keys.run.one(decided.run) });
    },
  });
}

/** News of runs are news of what they ask: there is no other word for it. */
function useFreshApprovals(): void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onNews = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void client.invalidateQueries({ queryKey: keys.approvals.all });
    }, LATER);
  }, [client]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useNews('runs', onNews);
}

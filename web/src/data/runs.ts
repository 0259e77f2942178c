import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import type { LiveMessage, Run, RunSummary } from '@/api/schemas';
import { isOver, type RunStatus } from '@/run/status';
import { keys } from './keys';
import { useServices } from './services';

/** How often a run is asked for while the WebSocket is away, in milliseconds. */
const POLL = 1_500;
/** How long news are gathered before the data is fetched, in milliseconds. */
const GATHER = 250;

/** A run with its nodes and data, kept up to date while it runs. */
export function useRun(id: string | undefined) {
  const { api, live } = useServices();
  const client = useQueryClient();
  const connected = useConnected();
  const query = useQuery({
    queryKey: keys.run.one(id),
    queryFn: () => api.run(id ?? ''),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => {
      if (!state.data || isOver(state.data.status)) return false;
      // With the WebSocket a slow beat stays, in case a message was lost.
      return connected ? 10 * POLL : POLL;
    },
  });
  const over = query.data !== undefined && isOver(query.data.status);
  useEffect(() => {
    if (id === undefined || over) return undefined;
    const fetch = () => void client.invalidateQueries({ queryKey: keys.run.one(id) });
    const refetch = gathered(fetch);
    const stop = live.subscribe(`run:${id}`, (message) => {
      client.setQueryData<Run>(keys.run.one(id), (run) => run && withNews(run, message));
      // The end of a run ends this subscription, too: nothing may be left to later.
      if (isOver(message.run.status)) fetch();
      else refetch.soon();
    });
    return () => {
      stop();
      refetch.cancel();
    };
  }, [client, id, live, over]);
  useEffect(() => {
    // What happened while the line was down was not sent.
    if (id !== undefined && connected && !over)
      void client.invalidateQueries({ queryKey: keys.run.one(id) });
  }, [client, connected, id, over]);
  return query;
}

/** States from a message; data already fetched stays until the next fetch, as does what is told of single iterations. */
function withNews(run: Run, { run: head, nodes: told }: LiveMessage): Run {
  const nodes = told.filter((node) => node.path === '');
  const known = new Map(run.nodes.map((node) => [node.node, node]));
  const merged = nodes.map((node) => ({
    durationMs: undefined,
    iterations: undefined,
    cause: undefined,
    ...known.get(node.node),
    ...node,
  }));
  const named = new Set(nodes.map((node) => node.node));
  return {
    ...run,
    ...head,
    nodes: [...run.nodes.filter((node) => !named.has(node.node)), ...merged],
  };
}

function gathered(run: () => void): { soon: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    soon: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        run();
      }, GATHER);
    },
    cancel: () => clearTimeout(timer),
  };
}

export function useConnected(): boolean {
  const { live } = useServices();
  return useSyncExternalStore(live.watch, live.connected);
}

/** Calls back whenever something about a topic's runs changed, at most four times a second. */
export function useNews(topic: string, onNews: (run: RunSummary) => void): void {
  const { live } = useServices();
  useEffect(() => live.subscribe(topic, ({ run }) => onNews(run)), [live, onNews, topic]);
}

/** Refreshes every list of runs when one of this workflow (or any) changes. */
export function useFreshRuns(workflow: string | undefined): void {
  const client = useQueryClient();
  const onNews = useCallback((run: RunSummary) => touch(client, run), [client]);
  useNews(workflow ? `workflow:${workflow}` : 'runs', onNews);
}

type Pages = { pages: { items: RunSummary[] }[] };

/** A run already in a list is changed in place; one that is new makes the lists load again. */
function touch(client: QueryClient, run: RunSummary): void {
  const lists = { queryKey: keys.runs.lists };
  const isIn = (list: Pages | undefined) =>
    list?.pages.some((page) => page.items.some((one) => one.id === run.id));
  const known = client.getQueriesData<Pages>(lists).some(([, list]) => isIn(list));
  client.setQueriesData<Pages>(
    lists,
    (list) => list && { ...list, pages: list.pages.map((page) => changed(page, run)) },
  );
  if (!known || isOver(run.status)) void client.invalidateQueries({ queryKey: keys.runs.all });
}

function changed<T extends { items: RunSummary[] }>(page: T, run: RunSummary): T {
  return {
    ...page,
    items: page.items.map((one) => (one.id === run.id ? { ...one, ...run } : one)),
  };
}

/** The last run of a workflow, the last good one when asked for. */
export function useLastRun(workflow: string, status?: RunStatus) {
  const { api } = useServices();
  return useQuery({
    queryKey: keys.runs.last(workflow, status),
    queryFn: async () => (await api.runs({ workflow, status, limit: 1 })).items[0] ?? null,
    staleTime: 30_000,
  });
}

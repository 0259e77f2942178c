import { useMemo } from 'react';
import type { NodeRun, Run } from '@/api/schemas';
import { useCatalog } from '@/data/catalog';
import { useLastRun, useRun } from '@/data/runs';
import { useDraft, useGraph } from '@/draft/context';
import { scopeOf, type Source } from '@/run/scope';

/** What the panel knows of data: the run it comes from, and what a node can read of it. */
export type PanelData = {
  sources: Source[];
  /** How the node itself went. */
  ran: NodeRun | undefined;
  /** Where the data is from; a sample when nothing has run. */
  from: { kind: 'this run' | 'last run'; run: Run } | { kind: 'sample' };
};

/** The run on the canvas, else the last good one, else a sample. */
export function usePanelData(node: string): PanelData {
  const graph = useGraph();
  const catalog = useCatalog();
  const id = useDraft((draft) => draft.id);
  const shown = useDraft((draft) => draft.run);
  const last = useLastRun(id, 'succeeded');
  const run = useRun(shown ?? last.data?.id).data;
  const sources = useMemo(() => scopeOf(graph, catalog, node, run), [graph, catalog, node, run]);
  return useMemo(
    () => ({
      sources,
      ran: run?.nodes.find((one) => one.node === node),
      from: run ? { kind: shown ? 'this run' : 'last run', run } : { kind: 'sample' },
    }),
    [node, run, shown, sources],
  );
}

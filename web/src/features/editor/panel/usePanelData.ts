import { useEffect, useMemo, useState } from 'react';
import type { NodeRun, Run } from '@/api/schemas';
import { useCatalog } from '@/data/catalog';
import { useRunAt } from '@/data/iterations';
import { useLastRun, useRun } from '@/data/runs';
import { useServices } from '@/data/services';
import { useDraft, useGraph } from '@/draft/context';
import type { Graph } from '@/graph/document';
import { innerNames, innerSources } from '@/run/inner';
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
  const path = useDraft((draft) => draft.path);
  const run = useRunAt(useRun(shown ?? last.data?.id).data, shown === undefined ? '' : path);
  const inner = useInner(graph, node, run);
  const sources = useMemo(
    () => [...inner, ...scopeOf(graph, catalog, node, run)],
    [graph, catalog, inner, node, run],
  );
  return useMemo(
    () => ({
      sources,
      ran: run?.nodes.find((one) => one.node === node),
      from: run ? { kind: shown ? 'this run' : 'last run', run } : { kind: 'sample' },
    }),
    [node, run, shown, sources],
  );
}

/** What the containers around a node give it; known by name at once, with values as soon as they are evaluated. */
function useInner(graph: Graph, node: string, run: Run | undefined): Source[] {
  const { evaluate } = useServices();
  const catalog = useCatalog();
  const names = innerNames(graph, catalog, node).join(' ');
  const [known, setKnown] = useState<{ names: string; node: string; sources: Source[] }>();
  useEffect(() => {
    if (names === '') return undefined;
    let stale = false;
    void innerSources(graph, catalog, node, run, evaluate).then((sources) => {
      if (!stale) setKnown({ names, node, sources });
    });
    return () => {
      stale = true;
    };
  }, [catalog, evaluate, graph, names, node, run]);
  return useMemo(() => {
    if (names === '') return [];
    if (known?.names === names && known.node === node) return known.sources;
    return names.split(' ').map((name) => ({ name, title: name, value: {}, real: false }));
  }, [known, names, node]);
}

import { useMemo } from 'react';
import type { Run } from '@/api/schemas';
import type { Overlay } from '@/canvas/model';
import type { Catalog } from '@/catalog/nodeType';
import { useCatalog } from '@/data/catalog';
import { nodeById, type Graph } from '@/graph/document';
import { isOver, standing } from '@/run/status';
import { threads } from '@/run/threads';

/** A run as the canvas lays it over a drawing. */
export function overlayOf(run: Run, graph: Graph, catalog: Catalog): Overlay {
  const over = isOver(run.status);
  const typeOf = (id: string) => catalog.get(nodeById(graph, id)?.type ?? '');
  return {
    over,
    nodes: new Map(
      run.nodes.map((node) => [
        node.node,
        {
          status: standing(node.status, typeOf(node.node)),
          attempts: node.attempts,
          error: node.error,
          iterations: node.iterations,
        },
      ]),
    ),
    threads: threads(graph, run.nodes, over),
  };
}

export function useOverlay(run: Run | undefined, graph: Graph): Overlay | undefined {
  const catalog = useCatalog();
  return useMemo(() => run && overlayOf(run, graph, catalog), [run, graph, catalog]);
}

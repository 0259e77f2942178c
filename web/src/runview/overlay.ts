import { useMemo } from 'react';
import type { Run } from '@/api/schemas';
import type { Overlay } from '@/canvas/model';
import type { Graph } from '@/graph/document';
import { isOver } from '@/run/status';
import { threads } from '@/run/threads';

/** A run as the canvas lays it over a drawing. */
export function overlayOf(run: Run, graph: Graph): Overlay {
  const over = isOver(run.status);
  return {
    over,
    nodes: new Map(run.nodes.map((node) => [node.node, { status: node.status, attempts: node.attempts, error: node.error, iterations: node.iterations }])),
    threads: threads(graph, run.nodes, over),
  };
}

export function useOverlay(run: Run | undefined, graph: Graph): Overlay | undefined {
  return useMemo(() => run && overlayOf(run, graph), [run, graph]);
}

import type { Catalog } from '@/catalog/nodeType';
import { isTrigger } from '@/catalog/nodeType';
import type { Graph } from './document';
import { nodeById } from './document';

/** The nodes an edge leads from directly. */
export function predecessors(graph: Graph, id: string): string[] {
  return [...new Set(graph.edges.filter((edge) => edge.target === id).map((edge) => edge.source))];
}

/** The nodes an edge leads to directly. */
export function successors(graph: Graph, id: string): string[] {
  return [...new Set(graph.edges.filter((edge) => edge.source === id).map((edge) => edge.target))];
}

/** Every node that comes before this one, nearest first: what its expressions may read. */
export function ancestors(graph: Graph, id: string): string[] {
  return closure(id, (at) => predecessors(graph, at));
}

function closure(start: string, next: (id: string) => string[]): string[] {
  const seen = new Set<string>(next(start));
  // A set walks over what is added while it is walked over.
  for (const id of seen) next(id).forEach((one) => seen.add(one));
  seen.delete(start);
  return [...seen];
}

/** Why an edge can't be drawn, in words; undefined when it can. */
export function edgeFault(
  graph: Graph,
  catalog: Catalog,
  edge: { source: string; port: string; target: string },
): string | undefined {
  const { source, port, target } = edge;
  const to = nodeById(graph, target);
  if (!to || !nodeById(graph, source)) return 'One of the two nodes is gone.';
  if (source === target) return 'A node can’t follow itself.';
  if (isTrigger(catalog.get(to.type))) return `“${to.name}” starts runs; nothing comes before it.`;
  const twin = graph.edges.some(
    (one) => one.source === source && one.port === port && one.target === target,
  );
  if (twin) return 'These two are already connected.';
  if (ancestors(graph, source).includes(target)) return 'This would make a circle.';
  return undefined;
}

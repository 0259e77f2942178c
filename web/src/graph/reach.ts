import type { Catalog } from '@/catalog/nodeType';
import { isTrigger } from '@/catalog/nodeType';
import type { Graph } from './document';
import { nodeById } from './document';
import { containersOf } from './nest';

/** The nodes an edge leads from directly. */
export function predecessors(graph: Graph, id: string): string[] {
  return [...new Set(graph.edges.filter((edge) => edge.target === id).map((edge) => edge.source))];
}

/** The nodes an edge leads to directly. */
export function successors(graph: Graph, id: string): string[] {
  return [...new Set(graph.edges.filter((edge) => edge.source === id).map((edge) => edge.target))];
}

/**
 * What the expressions of a node may read, nearest first: every node before it, and before the
 * containers it lies in; never a container it is inside of, nor what is inside of others.
 */
export function readable(graph: Graph, id: string): string[] {
  const around = containersOf(graph, id).map((container) => container.id);
  return [...new Set([id, ...around].flatMap((one) => ancestors(graph, one)))];
}

/** Every node that comes before this one in its own container, nearest first. */
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
  const wall = wallFault(graph, source, target);
  if (wall) return wall;
  const twin = graph.edges.some(
    (one) => one.source === source && one.port === port && one.target === target,
  );
  if (twin) return 'These two are already connected.';
  if (ancestors(graph, source).includes(target)) return 'This would make a circle.';
  return undefined;
}

/** Threads end at a container's wall; the container as a whole can be connected instead. */
function wallFault(graph: Graph, source: string, target: string): string | undefined {
  const [from, to] = [nodeById(graph, source), nodeById(graph, target)];
  if (!from || !to || from.parent === to.parent) return undefined;
  const inner = containersOf(graph, source).find(
    (one) => one.id === from.parent && !containersOf(graph, target).includes(one),
  );
  const container = inner ?? nodeById(graph, to.parent ?? '');
  const [inside, outside] = inner ? [from, to] : [to, from];
  const name = container?.name ?? 'a container';
  if (container?.id === outside.id)
    return `“${inside.name}” is inside “${name}”. Its first steps get their input by themselves.`;
  return `“${inside.name}” is inside “${name}”, “${outside.name}” isn’t. Connect “${name}” itself: threads don’t cross its wall.`;
}

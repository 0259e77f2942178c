import type { Graph } from '@/graph/document';
import { childrenOf, containersOf, withInside } from '@/graph/nest';

/** One container of a path, and which time through it; counted from 0. */
export type Turn = { container: string; index: number };

/** Reads `each1[3].loop2[0]`, outermost first; what isn't a path is none. */
export function turnsOf(path: string): Turn[] {
  if (path === '') return [];
  return path.split('.').flatMap((part) => {
    const [, container, index] = /^(\w+)\[(\d+)\]$/.exec(part) ?? [];
    return container === undefined ? [] : [{ container, index: Number(index) }];
  });
}

export function pathOf(turns: readonly Turn[]): string {
  return turns.map(({ container, index }) => `${container}[${index}]`).join('.');
}

/** The path and those of the containers around, outermost first: `each1[3]`, then `each1[3].loop2[0]`. */
export function prefixesOf(path: string): string[] {
  const turns = turnsOf(path);
  return turns.map((_, at) => pathOf(turns.slice(0, at + 1)));
}

/** A path in words, counted from 1: "each1 4, loop2 1". */
export function pathWords(path: string): string {
  return turnsOf(path)
    .map(({ container, index }) => `${container} ${index + 1}`)
    .join(', ');
}

/** The containers a node's data may be of several times: those around it, and itself when it is one. Outermost first. */
export function around(graph: Graph, id: string): string[] {
  const self = childrenOf(graph, id).length > 0 ? [id] : [];
  return [
    ...containersOf(graph, id)
      .map((one) => one.id)
      .reverse(),
    ...self,
  ];
}

type Counted = { node: string; iterations?: { count: number; failed: number } };

/** How often a container's steps ran, as its steps in view tell. */
export function timesThrough(graph: Graph, nodes: readonly Counted[], container: string): number {
  const inside = new Set(childrenOf(graph, container).map((one) => one.id));
  return Math.max(
    0,
    ...nodes.filter((one) => inside.has(one.node)).map((one) => one.iterations?.count ?? 0),
  );
}

/**
 * What a run's nodes did, seen from an iteration: of the steps inside its containers only what is
 * known of that time, so that one that didn't run then doesn't show another time's data.
 */
export function seenFrom<T extends { node: string }>(
  graph: Graph,
  nodes: readonly T[],
  path: string,
  views: readonly (readonly T[] | undefined)[],
): T[] {
  return turnsOf(path).reduce<T[]>(
    (so, { container }, level) => {
      const view = views[level];
      const inside = withInside(graph, [container]);
      return view
        ? [...so.filter((one) => one.node === container || !inside.has(one.node)), ...view]
        : so;
    },
    [...nodes],
  );
}

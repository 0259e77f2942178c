import { count, listed } from '@/words/count';
import { sameJson } from '@/words/json';
import type { Graph, GraphNode } from './document';

/** What differs between two states of a graph, by node id. */
export type Difference = {
  added: string[];
  removed: string[];
  changed: string[];
  edges: number;
  other: boolean;
};

/** Compares by id; a node that only moved counts as unchanged. */
export function difference(before: Graph, after: Graph): Difference {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const now = new Map(after.nodes.map((node) => [node.id, node]));
  return {
    added: after.nodes.filter((node) => !old.has(node.id)).map((node) => node.id),
    removed: before.nodes.filter((node) => !now.has(node.id)).map((node) => node.id),
    changed: after.nodes.filter((node) => differs(old.get(node.id), node)).map((node) => node.id),
    edges: edgeChanges(before, after),
    other: before.name !== after.name || !sameJson(before.settings, after.settings),
  };
}

function differs(before: GraphNode | undefined, after: GraphNode): boolean {
  return (
    before !== undefined && !sameJson({ ...before, position: null }, { ...after, position: null })
  );
}

function edgeChanges(before: Graph, after: Graph): number {
  const keys = (graph: Graph) =>
    new Set(graph.edges.map((edge) => `${edge.source} ${edge.port} ${edge.target}`));
  const old = keys(before);
  const now = keys(after);
  return (
    [...old].filter((key) => !now.has(key)).length + [...now].filter((key) => !old.has(key)).length
  );
}

/** The difference in a phrase: "1 node added, 2 changed". Empty when only places changed. */
export function differenceWords(difference: Difference): string {
  const { added, removed, changed, edges, other } = difference;
  const words = [
    added.length ? `${count(added.length, 'node')} added` : '',
    removed.length ? `${count(removed.length, 'node')} removed` : '',
    changed.length ? `${count(changed.length, 'node')} changed` : '',
    edges && !added.length && !removed.length ? `${count(edges, 'connection')} changed` : '',
    other ? 'name or settings changed' : '',
  ].filter(Boolean);
  return listed(words);
}

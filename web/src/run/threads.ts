import type { Graph, GraphEdge } from '@/graph/document';
import { FAILURE, MAIN } from '@/graph/ports';
import type { Json } from '@/words/json';
import type { NodeStatus } from './status';

/** How a thread looks in a run: not decided yet, taken, or dead. */
export type ThreadState = { state: 'open' | 'taken' | 'dead'; items?: number };

/** What the threads need to know of a node's run. */
export type Ran = { node: string; status: NodeStatus; port?: string | null; output?: Json };

/** The state of each edge of a run, by edge id. */
export function threads(
  graph: Graph,
  nodes: readonly Ran[],
  over: boolean,
): Map<string, ThreadState> {
  const ran = new Map(nodes.map((one) => [one.node, one]));
  return new Map(graph.edges.map((edge) => [edge.id, thread(edge, ran, over)]));
}

function thread(edge: GraphEdge, ran: ReadonlyMap<string, Ran>, over: boolean): ThreadState {
  const source = ran.get(edge.source);
  const ended = source?.status === 'succeeded' || source?.status === 'failed';
  if (!source || !ended) return { state: over || source?.status === 'skipped' ? 'dead' : 'open' };
  if (leftBy(source) !== edge.port) return { state: 'dead' };
  if (over && ran.get(edge.target) === undefined) return { state: 'dead' };
  return { state: 'taken', items: Array.isArray(source.output) ? source.output.length : undefined };
}

/** The port a node left by; a server may leave out the usual one. */
function leftBy(ran: Ran): string {
  if (ran.port) return ran.port;
  return ran.status === 'failed' ? FAILURE : MAIN;
}

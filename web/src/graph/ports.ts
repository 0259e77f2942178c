import type { NodeType } from '@/catalog/nodeType';
import { isObject, type JsonObject } from '@/words/json';
import type { Graph, GraphNode } from './document';

/** A way out of a node; `title` is shown when there is more than one. */
export type Port = {
  name: string;
  title: string;
  kind: 'main' | 'named' | 'failure';
  /** What happens while no edge leaves by it; without one the port is never taken. */
  unconnected?: string;
};

export const MAIN = 'main';
export const FAILURE = 'failure';

/** Ports that only matter when something hangs on them, by kind of wiring and name. */
const UNCONNECTED: Record<string, string> = {
  'await timeout': 'Nothing hangs on it: when the time is up, the step fails.',
  'loop max': 'Nothing hangs on it: at the most the loop fails.',
};

/** The ways out of a node, the failure port last; none for one that ends its path. */
export function portsOf(type: NodeType | undefined, config: JsonObject): Port[] {
  if (!type) return [{ name: MAIN, title: '', kind: 'main' }];
  const names = namedPorts(type, config);
  const named = names.map((name) => ({
    name,
    title: name === MAIN ? '' : name,
    kind: name === MAIN ? ('main' as const) : ('named' as const),
    unconnected: UNCONNECTED[`${type.wiring.kind} ${name}`],
  }));
  return type.failurePort
    ? [...named, { name: FAILURE, title: 'on failure', kind: 'failure' }]
    : named;
}

function namedPorts(type: NodeType, config: JsonObject): string[] {
  const spec = type.ports;
  if (spec.kind === 'fixed') return spec.names;
  const items = config[spec.list];
  const names = Array.isArray(items)
    ? items.map((item) => (isObject(item) ? item[spec.name] : undefined))
    : [];
  const texts = names.filter((name): name is string => typeof name === 'string' && name !== '');
  return [...new Set([...texts.filter((name) => name !== spec.otherwise), spec.otherwise])];
}

/** The ports no edge leaves by yet; the failure port and those that needn't be connected aside. */
export function freePorts(graph: Graph, node: GraphNode, type: NodeType | undefined): Port[] {
  const used = new Set(
    graph.edges.filter((edge) => edge.source === node.id).map((edge) => edge.port),
  );
  return portsOf(type, node.config).filter(
    (port) => port.kind !== 'failure' && !port.unconnected && !used.has(port.name),
  );
}

import { example } from '@/catalog/initial';
import { containerKind, isTrigger, type Catalog } from '@/catalog/nodeType';
import { triggerSample } from '@/catalog/sample';
import { isExpression } from '@/expressions/code';
import type { Graph, GraphNode } from '@/graph/document';
import { nodeById } from '@/graph/document';
import { childrenOf } from '@/graph/nest';
import { predecessors, readable } from '@/graph/reach';
import { isObject, type Json, type JsonObject } from '@/words/json';

/** One thing an expression can read: its value, and whether a run gave it or it is made up. */
export type Source = { name: string; title: string; node?: string; value: Json; real: boolean };

/** What happened, as far as the scope needs it. */
export type Happened = {
  input?: Json;
  nodes: readonly { node: string; status: string; path?: string; output?: Json }[];
};

/** Everything the expressions of a node can read: the nodes before it and its containers, nearest first, then the trigger. */
export function scopeOf(
  graph: Graph,
  catalog: Catalog,
  id: string,
  run: Happened | undefined,
): Source[] {
  const before = readable(graph, id).flatMap((one) => nodeById(graph, one) ?? []);
  const nodes = before.map((node) => sourceOf(graph, catalog, node, run));
  return [...nodes, triggerSource(graph, catalog, before, run)];
}

function triggerSource(
  graph: Graph,
  catalog: Catalog,
  before: GraphNode[],
  run: Happened | undefined,
): Source {
  const title = 'What started the run';
  if (run?.input !== undefined) return { name: 'trigger', title, value: run.input, real: true };
  const isStart = (node: GraphNode) => isTrigger(catalog.get(node.type));
  const trigger = before.find(isStart) ?? graph.nodes.find(isStart);
  const type = trigger && catalog.get(trigger.type);
  const value = trigger && type ? triggerSample(type, trigger.config) : {};
  return { name: 'trigger', title, value, real: false };
}

function sourceOf(
  graph: Graph,
  catalog: Catalog,
  node: GraphNode,
  run: Happened | undefined,
): Source {
  const ran = run?.nodes.find((one) => one.node === node.id);
  const given =
    ran?.output !== undefined && ran.status !== 'skipped' ? ran.output : node.pinned?.output;
  const value = given ?? sampleOutput(graph, catalog, node, 0);
  return { name: node.id, title: node.name, node: node.id, value, real: given !== undefined };
}

const PASSES_ON = ['if', 'switch', 'wait', 'merge'];

/** A made-up output of a node that has not run: the depth bounds a long chain that passes on. */
export function sampleOutput(graph: Graph, catalog: Catalog, node: GraphNode, depth: number): Json {
  const type = catalog.get(node.type);
  if (!type || depth > 50) return {};
  if (isTrigger(type)) return triggerSample(type, node.config);
  const before = predecessors(graph, node.id)[0];
  const previous = before === undefined ? undefined : nodeById(graph, before);
  const input = () => (previous ? sampleOutput(graph, catalog, previous, depth + 1) : {});
  const kind = containerKind(type);
  if (kind === 'for-each') return [bodyOutput(graph, catalog, node.id, depth + 1)];
  if (kind === 'loop')
    return { last: bodyOutput(graph, catalog, node.id, depth + 1), count: 1, reason: 'done' };
  if (PASSES_ON.includes(type.wiring.kind)) return input();
  return type.wiring.kind === 'set' ? setOutput(node.config, input) : example(type.output);
}

/** What one time through a container gives: what its last step gives, by id when there are several. */
export function bodyOutput(graph: Graph, catalog: Catalog, container: string, depth: number): Json {
  const leads = new Set(graph.edges.map((edge) => edge.source));
  const sinks = childrenOf(graph, container).filter((node) => !leads.has(node.id));
  const [only, ...more] = sinks;
  if (!only) return null;
  if (more.length === 0) return sampleOutput(graph, catalog, only, depth);
  return Object.fromEntries(
    sinks.map((node) => [node.id, sampleOutput(graph, catalog, node, depth)]),
  );
}

function setOutput(config: JsonObject, input: () => Json): Json {
  const fields = Array.isArray(config.fields) ? config.fields.filter(isObject) : [];
  const values = fields.map((field) => [field.name, shown(field.value)] as const);
  const named = values.filter(
    (one): one is [string, Json] => typeof one[0] === 'string' && one[0] !== '',
  );
  const kept = config.keep === true ? input() : {};
  return { ...(isObject(kept) ? kept : {}), ...Object.fromEntries(named) };
}

const shown = (value: Json | undefined): Json =>
  value === undefined || isExpression(value) ? 'text' : value;

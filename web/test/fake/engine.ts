import { isExpression } from '../../src/expressions/code';
import { evaluate, type Bindings } from '../../src/expressions/evaluate';
import { preview } from '../../src/expressions/preview';
import type { Graph, GraphNode } from '../../src/graph/document';
import { isObject, type Json, type JsonObject } from '../../src/words/json';
import { CATALOG } from './catalog';
import { now, type NodeRun, type Run } from './store';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** How long a step takes, in milliseconds, so that one can watch it. */
export let stepTime = 60;
export function setStepTime(milliseconds: number): void {
  stepTime = milliseconds;
}

type Done = { port: string; output: Json; sent?: Json };

/** Where in a run one is: in which container, in which iteration, and whom to tell of changes. */
type Place = { container?: string; path: string; input: Json; asks: Ask; changed: () => void };

/** Asks someone; answers what they decided. */
export type Ask = (
  run: Run,
  node: GraphNode,
  path: string,
  config: JsonObject,
) => Promise<{ port: string; output: Json }>;

/** Runs a drawing node after node; tells of every change. Good enough to click through, no more. */
export async function execute(run: Run, asks: Ask, changed: () => void): Promise<void> {
  const place = { path: '', input: run.input, asks, changed };
  const output = await level(run, place, { trigger: run.input, run: { id: run.id } });
  end(run, output);
  changed();
}

/** One node alone, with the outputs that are given. */
export async function tried(graph: Graph, id: string, given: unknown): Promise<object> {
  const node = graph.nodes.find((one) => one.id === id)!;
  const { input = null, outputs = {}, ...inner } = isObject(given) ? given : {};
  const started = Date.now();
  const run = { graph, nodes: [], input, id: 'test', status: 'running' } as unknown as Run;
  const bindings = { trigger: input, ...(outputs as JsonObject), ...inner };
  try {
    const done = await work(run, node, startedNode(node, '', input), bindings, {
      path: '',
      input,
      asks: () => Promise.reject(new Error('Nobody is asked in a test.')),
      changed: () => undefined,
    });
    return { status: 'succeeded', ...done, milliseconds: Date.now() - started };
  } catch (error) {
    return {
      status: 'failed',
      error: (error as Error).name,
      cause: (error as Error).message,
      milliseconds: Date.now() - started,
    };
  }
}

/** The nodes of one container, once; answers what its last ones gave. */
async function level(run: Run, place: Place, outer: Bindings): Promise<Json> {
  const bindings = { ...outer };
  const left = new Map<string, string>();
  const order = inOrder(run).filter((node) => node.parent === place.container);
  for (const node of order) {
    if (run.stop) break;
    if (!isTaken(run, node, left)) continue;
    await step(run, node, place, bindings, left);
    if (run.status !== 'running') break;
  }
  const sinks = order.filter(
    (node) =>
      left.has(node.id) &&
      !run.graph.edges.some((edge) => edge.source === node.id && edge.port === left.get(node.id)),
  );
  return sinks.length === 1
    ? (bindings[sinks[0]!.id] ?? null)
    : Object.fromEntries(sinks.map((node) => [node.id, bindings[node.id] ?? null]));
}

function isTaken(run: Run, node: GraphNode, left: Map<string, string>): boolean {
  if (node.id === run.trigger) return true;
  const into = run.graph.edges.filter((edge) => edge.target === node.id);
  if (node.parent !== undefined && into.length === 0) return true;
  return into.some((edge) => left.get(edge.source) === edge.port);
}

async function step(
  run: Run,
  node: GraphNode,
  place: Place,
  bindings: Bindings,
  left: Map<string, string>,
): Promise<void> {
  const started = Date.now();
  const entry = startedNode(node, place.path, inputOf(run, node, place, bindings, left));
  run.nodes.push(entry);
  place.changed();
  await pause(stepTime);
  try {
    const done = await work(run, node, entry, bindings, place);
    Object.assign(entry, {
      status: 'succeeded',
      port: done.port,
      output: done.output,
      sent: done.sent,
    });
    left.set(node.id, done.port);
    bindings[node.id] = done.output;
  } catch (error) {
    failed(run, node, entry, error as Error, left);
  }
  Object.assign(entry, { endedAt: now(), durationMs: Date.now() - started });
  place.changed();
}

function startedNode(node: GraphNode, path: string, input: Json): NodeRun {
  return { node: node.id, path, status: 'running', attempts: 1, startedAt: now(), input };
}

function failed(
  run: Run,
  node: GraphNode,
  entry: NodeRun,
  error: Error,
  left: Map<string, string>,
): void {
  Object.assign(entry, { status: 'failed', error: error.name, cause: error.message });
  const caught = run.graph.edges.some((edge) => edge.source === node.id && edge.port === 'failure');
  if (caught) left.set(node.id, 'failure');
  else Object.assign(run, { status: 'failed', error: error.name, cause: error.message });
}

function inputOf(
  run: Run,
  node: GraphNode,
  place: Place,
  bindings: Bindings,
  left: Map<string, string>,
): Json {
  const from = run.graph.edges.filter(
    (edge) => edge.target === node.id && left.get(edge.source) === edge.port,
  );
  const outputs = from.map((edge) => [edge.source, bindings[edge.source] ?? null] as const);
  if (outputs.length === 0) return place.input;
  return outputs.length === 1 ? outputs[0]![1] : Object.fromEntries(outputs);
}

async function work(
  run: Run,
  node: GraphNode,
  entry: NodeRun,
  bindings: Bindings,
  place: Place,
): Promise<Done> {
  const wiring = CATALOG.get(node.type)?.wiring.kind;
  if (wiring === 'loop') return looped(run, node, entry, bindings, place);
  const config = (await filled(node.config, bindings)) as JsonObject;
  const input = entry.input ?? null;
  if (wiring === 'trigger') return { port: 'main', output: run.input };
  if (wiring === 'for-each') return eachOf(run, node, config, bindings, place);
  if (wiring === 'await') {
    entry.status = 'waiting';
    place.changed();
    return await place.asks(run, node, place.path, config);
  }
  if (wiring === 'if') return { port: isTrue(config.condition) ? 'true' : 'false', output: input };
  if (wiring === 'switch') return { port: chosen(config), output: input };
  if (wiring === 'set') return { port: 'main', output: set(config, input) };
  if (wiring === 'wait') return waited(config, input);
  if (wiring === 'stop') return stopped(run, config);
  if (wiring === 'respond') {
    run.output = config;
    return { port: 'none', output: config.body ?? null };
  }
  return called(node, config);
}

const inside = (place: Place, node: GraphNode, index: number, input: Json): Place => ({
  ...place,
  container: node.id,
  input,
  path: `${place.path ? `${place.path}.` : ''}${node.id}[${index}]`,
});

async function eachOf(
  run: Run,
  node: GraphNode,
  config: JsonObject,
  bindings: Bindings,
  place: Place,
): Promise<Done> {
  const items = Array.isArray(config.items) ? config.items : [];
  const output: Json[] = [];
  for (const [index, item] of items.entries()) {
    output.push(await level(run, inside(place, node, index, item), { ...bindings, item, index }));
    if (run.status !== 'running')
      throw Object.assign(new Error(run.cause ?? ''), { name: run.error ?? 'Failed' });
  }
  return { port: 'main', output };
}

async function looped(
  run: Run,
  node: GraphNode,
  entry: NodeRun,
  bindings: Bindings,
  place: Place,
): Promise<Done> {
  const max = typeof node.config.max === 'number' ? node.config.max : 10;
  let last: Json = entry.input ?? null;
  for (let index = 0; index < max; index++) {
    last = await level(run, inside(place, node, index, last), {
      ...bindings,
      loop: { last, index },
    });
    const until = await filled(node.config.until ?? false, { ...bindings, loop: { last, index } });
    if (isTrue(until)) return { port: 'main', output: { last, count: index + 1, reason: 'done' } };
  }
  return { port: 'max', output: { last, count: max, reason: 'max' } };
}

const isTrue = (value: Json | undefined) => value === true || value === 'true';

function chosen(config: JsonObject): string {
  const cases = (config.cases ?? []) as JsonObject[];
  const found = cases.find((one) => isTrue(one.condition));
  return typeof found?.name === 'string' ? found.name : 'default';
}

function set(config: JsonObject, input: Json): Json {
  const fields = (config.fields ?? []) as JsonObject[];
  const values = Object.fromEntries(fields.map((one) => [one.name as string, one.value ?? null]));
  return config.keep === true && isObject(input) ? { ...input, ...values } : values;
}

async function waited(config: JsonObject, input: Json): Promise<Done> {
  const seconds = isObject(config.duration) ? Number(config.duration.seconds ?? 0) : 0;
  await pause(Math.min(seconds, 20) * 1000);
  return { port: 'main', output: input };
}

function stopped(run: Run, config: JsonObject): Done {
  if (config.outcome === 'fail')
    throw Object.assign(new Error(text(config.message)), { name: text(config.error) || 'Failed' });
  run.stop = true;
  return { port: 'none', output: null };
}

function called(node: GraphNode, config: JsonObject): Done {
  if (node.type.startsWith('chat-model')) {
    const wantsJson = isObject(config.answer) && config.answer.kind === 'json';
    const output: Json = wantsJson
      ? { category: 'billing', urgency: 'high', summary: text(config.prompt).slice(0, 60) }
      : { text: `You said: ${text(config.prompt)}` };
    return { port: 'main', output, sent: config };
  }
  const url = text(config.url);
  if (url.includes('fail'))
    throw Object.assign(new Error(`${url} answered 503 Service Unavailable.`), {
      name: 'Http.503',
    });
  const body = {
    ok: true,
    url,
    items: [
      { id: 1, title: 'First' },
      { id: 2, title: 'Second' },
    ],
  };
  return {
    port: 'main',
    output: { status: 200, headers: { 'content-type': 'application/json' }, body },
    sent: config,
  };
}

const text = (value: Json | undefined) =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);

/** The config with its expressions evaluated. */
async function filled(value: Json, bindings: Bindings): Promise<Json> {
  if (typeof value === 'string') {
    if (!isExpression(value) && !value.includes('{{')) return value;
    const outcome = await preview(value, bindings, Object.keys(bindings), evaluate);
    if (!outcome.ok)
      throw Object.assign(new Error(outcome.message), { name: 'States.QueryEvaluationError' });
    return outcome.value;
  }
  if (Array.isArray(value)) return Promise.all(value.map((one) => filled(one, bindings)));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(
    async ([key, one]) => [key, await filled(one, bindings)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

/** The nodes so that each comes after those that lead to it. */
function inOrder(run: Run): GraphNode[] {
  const done = new Set<string>();
  const order: GraphNode[] = [];
  let rest = run.graph.nodes;
  while (rest.length > 0) {
    const ready = rest.filter((node) =>
      run.graph.edges.every((edge) => edge.target !== node.id || done.has(edge.source)),
    );
    if (ready.length === 0) break;
    ready.forEach((node) => done.add(node.id));
    order.push(...ready);
    rest = rest.filter((node) => !done.has(node.id));
  }
  return order;
}

function end(run: Run, output: Json): void {
  const ran = new Set(run.nodes.map((one) => one.node));
  if (run.status === 'running')
    run.status =
      run.stop && run.output === undefined && run.error === 'Stopped' ? 'stopped' : 'succeeded';
  for (const node of inOrder(run)) {
    if (!ran.has(node.id))
      run.nodes.push({
        ...startedNode(node, '', null),
        status: 'skipped',
        startedAt: undefined,
        attempts: 0,
      });
  }
  run.output ??= output;
  run.endedAt = now();
  run.durationMs = Date.parse(run.endedAt) - Date.parse(run.startedAt);
}

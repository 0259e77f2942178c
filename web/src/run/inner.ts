import { containerKind, type Catalog } from '@/catalog/nodeType';
import { isExpression, unwrap } from '@/expressions/code';
import type { Bindings } from '@/expressions/evaluate';
import type { Evaluate } from '@/expressions/preview';
import { nodeById, type Graph, type GraphNode } from '@/graph/document';
import { containersOf } from '@/graph/nest';
import { isObject, type Json } from '@/words/json';
import { turnsOf } from './path';
import { bodyOutput, scopeOf, type Happened, type Source } from './scope';

/** The container whose names a step reads: the nearest of each kind. A loop's own condition reads its own. */
function namers(graph: Graph, catalog: Catalog, id: string): GraphNode[] {
  const self = nodeById(graph, id);
  const own = self && containerKind(catalog.get(self.type)) === 'loop' ? [self] : [];
  return [...own, ...containersOf(graph, id)];
}

/** What a step inside containers can read of the time it runs: `$item`, `$index`, `$loop`; names only, without values. */
export function innerNames(graph: Graph, catalog: Catalog, id: string): string[] {
  const kinds = namers(graph, catalog, id).map((node) => containerKind(catalog.get(node.type)));
  return [
    ...(kinds.includes('for-each') ? ['item', 'index'] : []),
    ...(kinds.includes('loop') ? ['loop'] : []),
  ];
}

/**
 * The same with values, nearest first: the item of a for-each's list that the run shown is about, else
 * its first; what a loop last gave. Lists of inner containers may be made of items of outer ones, so it goes from the outside in.
 */
export async function innerSources(
  graph: Graph,
  catalog: Catalog,
  id: string,
  run: Happened | undefined,
  evaluate: Evaluate,
): Promise<Source[]> {
  const found = new Map<string, Source>();
  const turns = new Map(
    turnsOf(run?.nodes.find((one) => one.node === id)?.path ?? '').map((turn) => [
      turn.container,
      turn.index,
    ]),
  );
  for (const node of namers(graph, catalog, id).reverse()) {
    const kind = containerKind(catalog.get(node.type));
    const index = turns.get(node.id) ?? 0;
    const sources =
      kind === 'for-each'
        ? await itemSources({ graph, catalog, node, run, index }, [...found.values()], evaluate)
        : kind === 'loop'
          ? [loopSource({ graph, catalog, node, run, index })]
          : [];
    // Put anew, a name is the nearest one's and comes first.
    for (const source of sources.reverse()) {
      found.delete(source.name);
      found.set(source.name, source);
    }
  }
  return [...found.values()].reverse();
}

/** A container, and which time through it is looked at. */
type Looked = {
  graph: Graph;
  catalog: Catalog;
  node: GraphNode;
  run: Happened | undefined;
  index: number;
};

async function itemSources(
  { graph, catalog, node, run, index }: Looked,
  outer: Source[],
  evaluate: Evaluate,
): Promise<Source[]> {
  const scope = [...outer, ...scopeOf(graph, catalog, node.id, run)];
  const bindings: Bindings = Object.fromEntries(scope.map((source) => [source.name, source.value]));
  const code = node.config.items;
  const outcome = isExpression(code)
    ? await evaluate(unwrap(code as string), bindings, Object.keys(bindings))
    : undefined;
  const list = outcome?.ok && !outcome.undefinedResult ? outcome.value : undefined;
  const item = Array.isArray(list) ? (list[index] ?? list[0]) : list;
  const real = item !== undefined && scope.some((source) => source.real);
  return [
    { name: 'item', title: `The item of “${node.name}”`, value: item ?? {}, real },
    { name: 'index', title: 'Its place in the list, from 0', value: index, real },
  ];
}

function loopSource({ graph, catalog, node, run, index }: Looked): Source {
  const output = run?.nodes.find((one) => one.node === node.id && one.status !== 'skipped')?.output;
  const given: Json | undefined = isObject(output) ? output.last : undefined;
  const last = given ?? bodyOutput(graph, catalog, node.id, 0);
  return {
    name: 'loop',
    title: `The last time of “${node.name}”`,
    value: { last, index },
    real: given !== undefined,
  };
}

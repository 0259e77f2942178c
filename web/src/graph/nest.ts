import { isContainer, isTrigger, type Catalog } from '@/catalog/nodeType';
import { count } from '@/words/count';
import { nodeById, type Graph, type GraphEdge, type GraphNode } from './document';

/** How many containers may lie in one another. */
export const MAX_DEPTH = 10;

type Nest = {
  nodes: ReadonlyMap<string, GraphNode>;
  children: ReadonlyMap<string | undefined, GraphNode[]>;
};

const nests = new WeakMap<Graph, Nest>();

/** Who lies in whom, looked up once per graph. */
function nestOf(graph: Graph): Nest {
  const known = nests.get(graph);
  if (known) return known;
  const children = new Map<string | undefined, GraphNode[]>();
  for (const node of graph.nodes) {
    const siblings = children.get(node.parent);
    if (siblings) siblings.push(node);
    else children.set(node.parent, [node]);
  }
  const nest = { nodes: new Map(graph.nodes.map((node) => [node.id, node])), children };
  nests.set(graph, nest);
  return nest;
}

/** What lies directly in a container, or in none with undefined. */
export function childrenOf(graph: Graph, container: string | undefined): readonly GraphNode[] {
  return nestOf(graph).children.get(container) ?? [];
}

/** The containers around a node, innermost first; ends also where a document runs in a circle. */
export function containersOf(graph: Graph, id: string): GraphNode[] {
  const around: GraphNode[] = [];
  const { nodes } = nestOf(graph);
  let parent = nodes.get(id)?.parent;
  while (parent !== undefined) {
    const container = nodes.get(parent);
    if (!container || around.includes(container) || container.id === id) break;
    around.push(container);
    parent = container.parent;
  }
  return around;
}

/** The nodes named, and everything inside them, however deep. */
export function withInside(graph: Graph, ids: Iterable<string>): Set<string> {
  const all = new Set(ids);
  // A set walks over what is added while it is walked over.
  for (const id of all) childrenOf(graph, id).forEach((child) => all.add(child.id));
  return all;
}

/** Of the nodes named, those that lie in no other one named. */
export function outermost(graph: Graph, ids: ReadonlySet<string>): GraphNode[] {
  return graph.nodes.filter(
    (node) =>
      ids.has(node.id) && !containersOf(graph, node.id).some((around) => ids.has(around.id)),
  );
}

/** The edges that lead through a container's wall. */
export function crossings(graph: Graph): GraphEdge[] {
  const parent = new Map(graph.nodes.map((node) => [node.id, node.parent]));
  return graph.edges.filter((edge) => parent.get(edge.source) !== parent.get(edge.target));
}

/** Why nodes can't be put into a container, in words; undefined when they can. */
export function nestFault(
  graph: Graph,
  catalog: Catalog,
  ids: ReadonlySet<string>,
  into: string | undefined,
): string | undefined {
  if (into === undefined) return undefined;
  const container = nodeById(graph, into);
  if (!container || !isContainer(catalog.get(container.type)))
    return 'Only a container can hold steps.';
  const trigger = graph.nodes.find((node) => ids.has(node.id) && isTrigger(catalog.get(node.type)));
  if (trigger) return `“${trigger.name}” starts runs, so it stays outside of “${container.name}”.`;
  const around = [container, ...containersOf(graph, into)];
  if (around.some((one) => ids.has(one.id))) return 'A container can’t lie inside itself.';
  const deepest = Math.max(
    0,
    ...outermost(graph, ids).map((node) => heightOf(graph, catalog, node)),
  );
  if (around.length + deepest > MAX_DEPTH)
    return `Containers can lie in one another ${count(MAX_DEPTH, 'time')} at most.`;
  return undefined;
}

/** How many containers lie in one another from this node down, itself counted. */
function heightOf(graph: Graph, catalog: Catalog, node: GraphNode): number {
  if (!isContainer(catalog.get(node.type))) return 0;
  return (
    1 + Math.max(0, ...childrenOf(graph, node.id).map((child) => heightOf(graph, catalog, child)))
  );
}

/** The nodes put into a container, or out of all with undefined; edges that would cross a wall are cut. */
export function nested(graph: Graph, ids: ReadonlySet<string>, into: string | undefined): Graph {
  const movers = new Set(outermost(graph, ids).map((node) => node.id));
  const nodes = graph.nodes.map((node) =>
    movers.has(node.id) && node.parent !== into ? withParent(node, into) : node,
  );
  const moved = { ...graph, nodes };
  const cut = new Set(crossings(moved));
  return { ...moved, edges: graph.edges.filter((edge) => !cut.has(edge)) };
}

function withParent(node: GraphNode, parent: string | undefined): GraphNode {
  const { parent: _, ...rest } = node;
  return { ...rest, ...(parent === undefined ? {} : { parent }) };
}

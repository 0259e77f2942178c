import type { Catalog, NodeType } from '@/catalog/nodeType';
import { initialConfig } from '@/catalog/initial';
import { mapCode } from '@/catalog/walk';
import { renameText, type Renames } from '@/expressions/rename';
import { setIn, type Json, type JsonObject, type Path } from '@/words/json';
import type { Graph, GraphEdge, GraphNode, Position } from './document';
import { withInside } from './nest';
import { freshId, freshName, idFor, idsOf } from './ids';

/** The grid everything snaps to, in pixels. */
export const GRID = 20;

export function snapped(position: Position): Position {
  return { x: Math.round(position.x / GRID) * GRID, y: Math.round(position.y / GRID) * GRID };
}

/** A new node of the type with its first settings; the graph is only asked for free names. */
export function newNode(
  graph: Graph,
  type: NodeType,
  position: Position,
  parent?: string,
): GraphNode {
  return {
    id: idFor(type, graph),
    type: type.id,
    name: freshName(type.title, graph),
    ...(parent === undefined ? {} : { parent }),
    position: snapped(position),
    config: initialConfig(type.config),
  };
}

export function withNode(graph: Graph, node: GraphNode): Graph {
  return { ...graph, nodes: [...graph.nodes, node] };
}

export function withEdge(graph: Graph, edge: Omit<GraphEdge, 'id'>): Graph {
  const id = freshId('e', idsOf(graph));
  return { ...graph, edges: [...graph.edges, { id, ...edge }] };
}

export function withoutEdges(graph: Graph, ids: ReadonlySet<string>): Graph {
  return { ...graph, edges: graph.edges.filter((edge) => !ids.has(edge.id)) };
}

/** Without these nodes and what is inside them, notes and edges, nor the edges that hung on them. */
export function without(graph: Graph, chosen: ReadonlySet<string>): Graph {
  const ids = withInside(graph, chosen);
  return {
    ...graph,
    nodes: graph.nodes.filter((node) => !ids.has(node.id)),
    notes: graph.notes.filter((note) => !ids.has(note.id)),
    edges: graph.edges.filter(
      (edge) => !ids.has(edge.id) && !ids.has(edge.source) && !ids.has(edge.target),
    ),
  };
}

/** Nodes and notes put at new places. */
export function moved(graph: Graph, places: ReadonlyMap<string, Position>): Graph {
  const move = <T extends { id: string; position: Position }>(one: T): T => {
    const position = places.get(one.id);
    return position ? { ...one, position } : one;
  };
  return { ...graph, nodes: graph.nodes.map(move), notes: graph.notes.map(move) };
}

export function withNodeChange(graph: Graph, id: string, change: Partial<GraphNode>): Graph {
  const apply = (node: GraphNode): GraphNode => {
    const entries = Object.entries({ ...node, ...change }).filter(
      ([, value]) => value !== undefined,
    );
    return Object.fromEntries(entries) as GraphNode;
  };
  return { ...graph, nodes: graph.nodes.map((node) => (node.id === id ? apply(node) : node)) };
}

/** One value of a node's settings put, or removed with undefined. */
export function withConfig(graph: Graph, id: string, path: Path, value: Json | undefined): Graph {
  const node = graph.nodes.find((one) => one.id === id);
  if (!node) return graph;
  return withNodeChange(graph, id, {
    config: (setIn(node.config, path, value) ?? {}) as JsonObject,
  });
}

/** Nodes called otherwise: edges and every expression follow, token by token. */
export function renamed(graph: Graph, catalog: Catalog, renames: Renames): Graph {
  const now = (id: string) => renames.get(id) ?? id;
  return {
    ...graph,
    nodes: graph.nodes.map((node) => ({
      ...node,
      id: now(node.id),
      ...(node.parent === undefined ? {} : { parent: now(node.parent) }),
      config: renamedConfig(node, catalog, renames),
    })),
    edges: graph.edges.map((edge) => ({
      ...edge,
      source: now(edge.source),
      target: now(edge.target),
    })),
  };
}

export function renamedConfig(node: GraphNode, catalog: Catalog, renames: Renames): JsonObject {
  const shape = catalog.get(node.type)?.config;
  return mapCode(shape, node.config, ({ text, templates }) =>
    renameText(text, templates, renames),
  ) as JsonObject;
}

/** A switch's case called otherwise: the edge that left by the old name leaves by the new one. */
export function withPortRenamed(graph: Graph, id: string, from: string, to: string): Graph {
  const edges = graph.edges.map((edge) =>
    edge.source === id && edge.port === from ? { ...edge, port: to } : edge,
  );
  return { ...graph, edges };
}

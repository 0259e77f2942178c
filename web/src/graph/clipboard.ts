import { z } from 'zod';
import type { Catalog } from '@/catalog/nodeType';
import { parseJson } from '@/words/parse';
import { boxes } from './boxes';
import { graphDocument, type Graph, type GraphNode, type Note, type Position } from './document';
import { GRID, renamedConfig, snapped } from './edit';
import { freshId, freshName, idsOf } from './ids';
import { nestFault, withInside } from './nest';
import { isFree } from './place';

/** What a paste brought, with the ids that are new in the graph; or why it could not be taken. */
export type Pasted = { ok: true; graph: Graph; ids: string[] } | { ok: false; message: string };

/** The most nodes one paste may bring. */
const MAX_PASTE = 500;

/** The chosen nodes with what is inside them, the notes and the edges between, as JSON that can be pasted anywhere. */
export function copied(graph: Graph, chosen: ReadonlySet<string>): string {
  const ids = withInside(graph, chosen);
  const part = {
    schemaVersion: 1,
    name: graph.name,
    nodes: graph.nodes.filter((node) => ids.has(node.id)),
    edges: graph.edges.filter((edge) => ids.has(edge.source) && ids.has(edge.target)),
    notes: graph.notes.filter((note) => ids.has(note.id)),
  };
  return JSON.stringify(part, null, 2);
}

/** Reads copied JSON or a whole workflow document; says what is wrong in words. */
export function readGraph(
  text: string,
): { ok: true; graph: Graph } | { ok: false; message: string } {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const read = graphDocument.safeParse(parsed.value);
  if (read.success) return { ok: true, graph: read.data };
  return { ok: false, message: `This is JSON, but not a Heddle workflow: ${reason(read.error)}.` };
}

function reason(error: z.ZodError): string {
  const first = error.issues[0];
  if (!first) return 'its form is unknown';
  const where = first.path.map(String).join('.');
  return where ? `look at \`${where}\` (${first.message})` : 'nodes and edges are missing';
}

/**
 * Puts copied JSON into the graph around a place, or into a container, under new ids; references
 * between the parts follow.
 */
export function pasted(
  graph: Graph,
  catalog: Catalog,
  text: string,
  at: Position,
  into?: string,
): Pasted {
  const read = readGraph(text);
  if (!read.ok) return read;
  const { nodes, edges, notes } = read.graph;
  if (nodes.length + notes.length === 0)
    return { ok: false, message: 'There are no nodes in what you pasted.' };
  if (nodes.length > MAX_PASTE)
    return { ok: false, message: `Paste at most ${MAX_PASTE} nodes at once.` };
  const taken = idsOf(graph);
  const renames = freshIds(nodes, taken);
  const corners = [...boxes(read.graph, catalog).values(), ...notes.map((note) => note.position)];
  const shift = shiftTo(corners, uncovered(graph, read.graph, catalog, at, into));
  const named = nodes.reduce<Graph>((so, node) => {
    const { parent, ...rest } = node;
    const around = parent === undefined ? into : (renames.get(parent) ?? into);
    const copy = {
      ...rest,
      id: renames.get(node.id) ?? node.id,
      name: freshName(node.name, so),
      ...(around === undefined ? {} : { parent: around }),
    };
    const config = renamedConfig(node, catalog, renames);
    return { ...so, nodes: [...so.nodes, { ...copy, config, position: shift(node.position) }] };
  }, graph);
  const newNotes = freshNotes(notes, taken, shift);
  const newEdges = edges.flatMap((edge) => {
    const source = renames.get(edge.source);
    const target = renames.get(edge.target);
    if (!source || !target) return [];
    const id = freshId('e', taken);
    taken.add(id);
    return [{ ...edge, id, source, target }];
  });
  const fault = nestFault(named, catalog, new Set(renames.values()), into);
  if (fault) return { ok: false, message: fault };
  const next = {
    ...named,
    edges: [...graph.edges, ...newEdges],
    notes: [...graph.notes, ...newNotes],
  };
  return { ok: true, graph: next, ids: [...renames.values(), ...newNotes.map((note) => note.id)] };
}

/** An id that is free stays; one that is taken counts on from its own beginning. */
function freshIds(nodes: GraphNode[], taken: Set<string>): Map<string, string> {
  const renames = new Map<string, string>();
  for (const node of nodes) {
    const id = taken.has(node.id) ? freshId(node.id.replace(/\d+$/, ''), taken) : node.id;
    taken.add(id);
    renames.set(node.id, id);
  }
  return renames;
}

function freshNotes(notes: Note[], taken: Set<string>, shift: (at: Position) => Position): Note[] {
  return notes.map((note) => {
    const id = taken.has(note.id) ? freshId('n', taken) : note.id;
    taken.add(id);
    return { ...note, id, position: shift(note.position) };
  });
}

/** The wanted place, or one a little further where nothing is covered. */
function uncovered(
  graph: Graph,
  brought: Graph,
  catalog: Catalog,
  wanted: Position,
  into: string | undefined,
): Position {
  const found = [...boxes(brought, catalog).values()];
  let at = wanted;
  for (let tries = 0; tries < 50; tries++) {
    const shift = shiftTo(found, at);
    if (found.every((box) => isFree(graph, catalog, { ...box, ...shift(box) }, into))) return at;
    at = { x: at.x + GRID, y: at.y + 2 * GRID };
  }
  return at;
}

function shiftTo(parts: Position[], at: Position): (from: Position) => Position {
  const left = Math.min(...parts.map((part) => part.x));
  const top = Math.min(...parts.map((part) => part.y));
  return (from) => snapped({ x: from.x - left + at.x, y: from.y - top + at.y });
}

import { z } from 'zod';
import type { Catalog } from '@/catalog/nodeType';
import { parseJson } from '@/words/parse';
import { graphDocument, type Graph, type GraphNode, type Note, type Position } from './document';
import { GRID, renamedConfig, snapped } from './edit';
import { freshId, freshName, idsOf } from './ids';
import { isFree } from './place';

/** What a paste brought, with the ids that are new in the graph; or why it could not be taken. */
export type Pasted = { ok: true; graph: Graph; ids: string[] } | { ok: false; message: string };

/** The most nodes one paste may bring. */
const MAX_PASTE = 500;

/** The chosen nodes and notes, and the edges between them, as JSON that can be pasted anywhere. */
export function copied(graph: Graph, ids: ReadonlySet<string>): string {
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
export function readGraph(text: string): { ok: true; graph: Graph } | { ok: false; message: string } {
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

/** Puts copied JSON into the graph around a place, under new ids; references between the parts follow. */
export function pasted(graph: Graph, catalog: Catalog, text: string, at: Position): Pasted {
  const read = readGraph(text);
  if (!read.ok) return read;
  const { nodes, edges, notes } = read.graph;
  if (nodes.length + notes.length === 0) return { ok: false, message: 'There are no nodes in what you pasted.' };
  if (nodes.length > MAX_PASTE) return { ok: false, message: `Paste at most ${MAX_PASTE} nodes at once.` };
  const taken = idsOf(graph);
  const renames = freshIds(nodes, taken);
  const shift = shiftTo([...nodes, ...notes], uncovered(graph, nodes, at));
  const named = nodes.reduce<Graph>((so, node) => {
    const copy = { ...node, id: renames.get(node.id) ?? node.id, name: freshName(node.name, so) };
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
  const next = { ...named, edges: [...graph.edges, ...newEdges], notes: [...graph.notes, ...newNotes] };
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

/** The wanted place, or one a little further where no card is covered. */
function uncovered(graph: Graph, nodes: GraphNode[], wanted: Position): Position {
  let at = wanted;
  for (let tries = 0; tries < 50; tries++) {
    const shift = shiftTo(nodes, at);
    if (nodes.every((node) => isFree(graph, shift(node.position)))) return at;
    at = { x: at.x + GRID, y: at.y + 2 * GRID };
  }
  return at;
}

function shiftTo(parts: { position: Position }[], at: Position): (from: Position) => Position {
  const left = Math.min(...parts.map((part) => part.position.x));
  const top = Math.min(...parts.map((part) => part.position.y));
  return (from) => snapped({ x: from.x - left + at.x, y: from.y - top + at.y });
}

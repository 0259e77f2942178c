import { typeName, type NodeType } from '@/catalog/nodeType';
import { RESERVED } from '@/expressions/functions';
import type { Graph } from './document';

/** What a node's id must look like; expressions read its output by it. */
const ID = /^[a-z][A-Za-z0-9_]{0,39}$/;

/** Why a node may not be called so, in words; undefined when it may. */
export function idFault(id: string, graph: Graph, self?: string): string | undefined {
  if (id === '') return 'A node needs an id: expressions read its output by it.';
  if (!/^[a-z]/.test(id)) return 'Begin with a small letter, a to z.';
  if (!ID.test(id)) return 'Use letters, digits and _ only, at most 40.';
  if (RESERVED.has(id)) return `\`$${id}\` already means something in expressions. Try \`${id}1\`.`;
  const taken = graph.nodes.some((node) => node.id === id && node.id !== self);
  return taken ? 'Another node has this id.' : undefined;
}

/** The first of `base1`, `base2`, … that nothing is called. */
export function freshId(base: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const id = `${base}${number}`;
    if (!taken.has(id) && !RESERVED.has(id)) return id;
  }
}

/** A type's id as the beginning of a node's: `http-request@1` → `httpRequest`. */
export function idBase(type: string): string {
  const words = typeName(type)
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  const camel = words
    .map((word, index) => (index === 0 ? word.toLowerCase() : capital(word)))
    .join('');
  return /^[a-z]/.test(camel) ? camel.slice(0, 36) : 'node';
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A title not yet on the canvas: "HTTP request", then "HTTP request 2". */
export function freshName(title: string, graph: Graph): string {
  const taken = new Set(graph.nodes.map((node) => node.name));
  const base = title.replace(/ \d+$/, '');
  if (!taken.has(title)) return title;
  for (let number = 2; ; number++) {
    if (!taken.has(`${base} ${number}`)) return `${base} ${number}`;
  }
}

export function idsOf(graph: Graph): Set<string> {
  return new Set([...graph.nodes, ...graph.edges, ...graph.notes].map((one) => one.id));
}

/** The id a new node of the type gets. */
export function idFor(type: NodeType, graph: Graph): string {
  return freshId(idBase(type.id), idsOf(graph));
}

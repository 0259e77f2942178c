import type { Hook } from '@/canvas/context';
import { isTrigger, type Catalog, type NodeType } from '@/catalog/nodeType';
import type { DraftStore } from '@/draft/store';
import { copied, pasted } from '@/graph/clipboard';
import { stepTo, type Direction } from '@/graph/compass';
import { nodeById, type Graph, type GraphEdge, type GraphNode, type Note, type Position } from '@/graph/document';
import {
  GRID,
  moved,
  newNode,
  renamed,
  snapped,
  withConfig,
  withEdge,
  withNode,
  withNodeChange,
  without,
  withoutEdges,
  withPortRenamed,
} from '@/graph/edit';
import { freshId, idsOf } from '@/graph/ids';
import { freePlace, placeAfter } from '@/graph/place';
import { freePorts, portsOf } from '@/graph/ports';
import { edgeFault } from '@/graph/reach';
import { count } from '@/words/count';
import { pathText, type Json, type Path } from '@/words/json';
import { announce, notify } from '@/ui/notices';

/** Everything one can do to the drawing that is open; each is one step of undo. */
export type Actions = ReturnType<typeof actionsOn>;

export function actionsOn(store: DraftStore, catalog: Catalog) {
  const graph = () => store.getState().history.now.value;
  const selected = () => store.getState().selected;
  const said = (words: string) => announce(words);

  const put = (type: NodeType, at: Position, link: (graph: Graph, node: GraphNode) => Graph) => {
    const node = newNode(graph(), type, at);
    store.change({ label: `Add ${type.title}` }, (before) => link(withNode(before, node), node));
    store.select([node.id]);
    said(`${node.name} added.`);
    return node.id;
  };

  return {
    graph,

    /** Adds a node at a place, or after the chosen one when exactly one is chosen and has room. */
    add(type: NodeType, centre: Position): string {
      const [only, ...more] = [...selected()];
      const node = only !== undefined && more.length === 0 ? nodeById(graph(), only) : undefined;
      const port = node && !isTrigger(type) ? freePorts(graph(), node, catalog.get(node.type))[0] : undefined;
      if (node && port) return this.addAt(type, { node: node.id, port: port.name });
      return put(type, freePlace(graph(), snapped(centre)), (next) => next);
    },

    /** Adds a node on a port or into a thread. */
    addAt(type: NodeType, hook: Hook): string {
      return 'edge' in hook ? insert(type, hook.edge) : hang(type, hook);
    },

    /** The port the next node would hang on: a free one, else the first. */
    nextPort(id: string): string | undefined {
      const node = nodeById(graph(), id);
      const type = node && catalog.get(node.type);
      if (!node) return undefined;
      return (freePorts(graph(), node, type)[0] ?? portsOf(type, node.config)[0])?.name;
    },

    /** Adds a node exactly where it was dropped. */
    drop: (type: NodeType, at: Position) => put(type, at, (next) => next),

    connect(edge: Omit<GraphEdge, 'id'>): void {
      const fault = edgeFault(graph(), catalog, edge);
      if (fault) return notify(fault, 'failed');
      store.change({ label: 'Connect' }, (before) => withEdge(before, edge));
      said(`Connected to ${nodeById(graph(), edge.target)?.name ?? edge.target}.`);
    },

    fault: (edge: Omit<GraphEdge, 'id'>) => edgeFault(graph(), catalog, edge),

    move(places: ReadonlyMap<string, Position>): void {
      store.change({ label: `Move ${count(places.size, 'part')}` }, (before) => moved(before, places));
    },

    nudge(direction: Direction, steps: number): void {
      const chosen = [...graph().nodes, ...graph().notes].filter((one) => selected().has(one.id));
      const places = new Map(chosen.map((one) => [one.id, stepTo(one.position, direction, steps * GRID)]));
      if (places.size === 0) return;
      const burst = `nudge ${[...places.keys()].join(' ')}`;
      store.change({ label: 'Move', burst }, (before) => moved(before, places));
      said(`Moved ${direction}.`);
    },

    remove(ids: readonly string[]): void {
      if (ids.length === 0) return;
      const named = ids.length === 1 ? (nodeById(graph(), ids[0] ?? '')?.name ?? 'it') : count(ids.length, 'part');
      store.change({ label: `Delete ${named}` }, (before) => without(before, new Set(ids)));
      store.select([...selected()].filter((id) => !ids.includes(id)));
      said(`Deleted ${named}. Undo brings it back.`);
    },

    config(id: string, path: Path, value: Json | undefined): void {
      const burst = `config ${id} ${pathText(path)}`;
      store.change({ label: 'Change a setting', burst }, (before) => {
        const after = withConfig(before, id, path, value);
        return followCases(before, after, id, catalog);
      });
    },

    node(id: string, change: Partial<GraphNode>): void {
      const burst = `node ${id} ${Object.keys(change).join(' ')}`;
      store.change({ label: 'Change a step', burst }, (before) => withNodeChange(before, id, change));
    },

    rename(id: string, to: string): void {
      store.change({ label: `Rename to ${to}` }, (before) => renamed(before, catalog, new Map([[id, to]])));
      store.select([to]);
      said(`The id is ${to} now; expressions that read it follow.`);
    },

    addNote(at: Position): string {
      const id = freshId('n', idsOf(graph()));
      const note = { id, text: '', position: snapped(at), size: { width: 240, height: 120 }, color: 'paper' };
      store.change({ label: 'Add a note' }, (before) => ({ ...before, notes: [...before.notes, note] }));
      store.select([id]);
      said('Note added.');
      return id;
    },

    note(id: string, change: Partial<Note>): void {
      const burst = `note ${id} ${Object.keys(change).join(' ')}`;
      store.change({ label: 'Change a note', burst }, (before) => ({
        ...before,
        notes: before.notes.map((note) => (note.id === id ? { ...note, ...change } : note)),
      }));
    },

    copy: () => copied(graph(), selected()),

    paste(text: string, at: Position): void {
      const result = pasted(graph(), catalog, text, at);
      if (!result.ok) return notify(result.message, 'failed');
      store.change({ label: `Paste ${count(result.ids.length, 'part')}` }, () => result.graph);
      store.select(result.ids);
      said(`Pasted ${count(result.ids.length, 'part')}.`);
    },

    duplicate(): void {
      const parts = [...graph().nodes, ...graph().notes].filter((one) => selected().has(one.id));
      if (parts.length === 0) return;
      const left = Math.min(...parts.map((one) => one.position.x));
      const top = Math.min(...parts.map((one) => one.position.y));
      this.paste(this.copy(), { x: left + 2 * GRID, y: top + 5 * GRID });
    },

    toggle(): void {
      const chosen = graph().nodes.filter((node) => selected().has(node.id));
      const off = chosen.some((node) => !node.disabled);
      store.change({ label: off ? 'Switch off' : 'Switch on' }, (before) =>
        chosen.reduce((so, node) => withNodeChange(so, node.id, { disabled: off ? passedBy(node, catalog) : undefined }), before),
      );
      said(`${count(chosen.length, 'step')} switched ${off ? 'off' : 'on'}.`);
    },

    undo: () => told('Undone', store.undo()),
    redo: () => told('Done again', store.redo()),

    async tidy(): Promise<void> {
      const { tidy } = await import('@/layout/tidy');
      const now = graph();
      const places = await tidy(now, (id, port) => {
        const node = nodeById(now, id);
        return node ? portsOf(catalog.get(node.type), node.config).findIndex((one) => one.name === port) : 0;
      });
      store.change({ label: 'Tidy up' }, (before) => moved(before, places));
      said('Tidied up.');
    },
  };

  function hang(type: NodeType, hook: { node: string; port: string; at?: Position }): string {
    const source = nodeById(graph(), hook.node);
    const ports = source ? portsOf(catalog.get(source.type), source.config) : [];
    const wanted = hook.at ?? (source ? placeAfter(graph(), source, hook.port, ports) : { x: 0, y: 0 });
    return put(type, freePlace(graph(), snapped(wanted)), (next, node) =>
      isTrigger(type) ? next : withEdge(next, { source: hook.node, port: hook.port, target: node.id }),
    );
  }

  function insert(type: NodeType, id: string): string {
    const edge = graph().edges.find((one) => one.id === id);
    const source = edge && nodeById(graph(), edge.source);
    const target = edge && nodeById(graph(), edge.target);
    if (!edge || !source || !target || isTrigger(type)) return put(type, { x: 0, y: 0 }, (next) => next);
    const middle = { x: (source.position.x + target.position.x) / 2, y: (source.position.y + target.position.y) / 2 };
    return put(type, freePlace(graph(), snapped(middle)), (next, node) => {
      const first = withEdge(withoutEdges(next, new Set([id])), { source: edge.source, port: edge.port, target: node.id });
      const port = portsOf(type, node.config)[0];
      return port && port.kind !== 'failure' ? withEdge(first, { source: node.id, port: port.name, target: edge.target }) : first;
    });
  }

  function told(word: string, label: string | undefined): void {
    said(label === undefined ? `There is nothing to ${word === 'Undone' ? 'undo' : 'do again'}.` : `${word}: ${label}.`);
  }
}

/** How a step is passed over: by its main port, or its first when it has no main one. */
export function passedBy(node: GraphNode, catalog: Catalog): boolean | string {
  const ports = portsOf(catalog.get(node.type), node.config).filter((port) => port.kind !== 'failure');
  return ports.length === 0 || ports.some((port) => port.kind === 'main') ? true : (ports[0]?.name ?? true);
}

/** A case that was renamed keeps its edge: the ports are compared place by place. */
function followCases(before: Graph, after: Graph, id: string, catalog: Catalog): Graph {
  const old = nodeById(before, id);
  const now = nodeById(after, id);
  if (!old || !now || catalog.get(now.type)?.ports.kind !== 'from-list') return after;
  const names = (node: GraphNode) => portsOf(catalog.get(node.type), node.config).map((port) => port.name);
  const [was, is] = [names(old), names(now)];
  if (was.length !== is.length) return after;
  return was.reduce((so, name, index) => {
    const next = is[index];
    return next !== undefined && next !== name && !is.includes(name) ? withPortRenamed(so, id, name, next) : so;
  }, after);
}

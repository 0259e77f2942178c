import { isContainer, type Catalog } from '@/catalog/nodeType';
import type { DraftStore } from '@/draft/store';
import { copied, pasted, readGraph } from '@/graph/clipboard';
import { boxes } from '@/graph/boxes';
import {
  nodeById,
  type Graph,
  type GraphEdge,
  type GraphNode,
  type Note,
  type Position,
} from '@/graph/document';
import {
  GRID,
  renamed,
  snapped,
  withConfig,
  withEdge,
  withNodeChange,
  without,
  withPortRenamed,
} from '@/graph/edit';
import { freshId, idsOf } from '@/graph/ids';
import { withInside } from '@/graph/nest';
import { placeInside } from '@/graph/place';
import { portsOf } from '@/graph/ports';
import { edgeFault } from '@/graph/reach';
import { count } from '@/words/count';
import { pathText, type Json, type Path } from '@/words/json';
import { announce, notify } from '@/ui/notices';
import { addingTo, onlyChosen } from './adding';
import { arrangingOn, fitted } from './arrange';

/** Everything one can do to the drawing that is open; each is one step of undo. */
export type Actions = ReturnType<typeof actionsOn>;

export function actionsOn(store: DraftStore, catalog: Catalog) {
  const graph = () => store.getState().history.now.value;
  const selected = () => store.getState().selected;
  const said = (words: string) => announce(words);

  return {
    graph,
    ...arrangingOn(store, catalog),
    ...addingTo(store, catalog),

    connect(edge: Omit<GraphEdge, 'id'>): void {
      const fault = edgeFault(graph(), catalog, edge);
      if (fault) return notify(fault, 'failed');
      store.change({ label: 'Connect' }, (before) => withEdge(before, edge));
      said(`Connected to ${nodeById(graph(), edge.target)?.name ?? edge.target}.`);
    },

    fault: (edge: Omit<GraphEdge, 'id'>) => edgeFault(graph(), catalog, edge),

    remove(ids: readonly string[]): void {
      if (ids.length === 0) return;
      const gone = withInside(graph(), ids);
      const named =
        ids.length === 1
          ? (nodeById(graph(), ids[0] ?? '')?.name ?? 'it')
          : count(ids.length, 'part');
      fitted(store, catalog, { label: `Delete ${named}` }, (before) => without(before, gone));
      store.select([...selected()].filter((id) => !gone.has(id)));
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
      store.change({ label: 'Change a step', burst }, (before) =>
        withNodeChange(before, id, change),
      );
    },

    rename(id: string, to: string): void {
      store.change({ label: `Rename to ${to}` }, (before) =>
        renamed(before, catalog, new Map([[id, to]])),
      );
      store.select([to]);
      said(`The id is ${to} now; expressions that read it follow.`);
    },

    addNote(at: Position): string {
      const id = freshId('n', idsOf(graph()));
      const note = {
        id,
        text: '',
        position: snapped(at),
        size: { width: 240, height: 120 },
        color: 'paper',
      };
      store.change({ label: 'Add a note' }, (before) => ({
        ...before,
        notes: [...before.notes, note],
      }));
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

    /** Into the chosen container, or beside what is chosen; a copied container lands beside itself. */
    paste(text: string, at: Position): void {
      const into = pasteGoal(text);
      const place =
        into !== undefined && into === onlyChosen(store)?.id
          ? placeInside(graph(), catalog, into)
          : at;
      const result = pasted(graph(), catalog, text, place, into);
      if (!result.ok) return notify(result.message, 'failed');
      fitted(
        store,
        catalog,
        { label: `Paste ${count(result.ids.length, 'part')}` },
        () => result.graph,
        true,
      );
      store.select(result.ids);
      said(`Pasted ${count(result.ids.length, 'part')}.`);
    },

    duplicate(): void {
      const found = boxes(graph(), catalog);
      const corners = [...graph().nodes, ...graph().notes]
        .filter((one) => selected().has(one.id))
        .map((one) => found.get(one.id) ?? one.position);
      if (corners.length === 0) return;
      const left = Math.min(...corners.map((one) => one.x));
      const top = Math.min(...corners.map((one) => one.y));
      this.paste(this.copy(), { x: left + 2 * GRID, y: top + 5 * GRID });
    },

    toggle(): void {
      const chosen = graph().nodes.filter((node) => selected().has(node.id));
      const off = chosen.some((node) => !node.disabled);
      store.change({ label: off ? 'Switch off' : 'Switch on' }, (before) =>
        chosen.reduce(
          (so, node) =>
            withNodeChange(so, node.id, { disabled: off ? passedBy(node, catalog) : undefined }),
          before,
        ),
      );
      said(`${count(chosen.length, 'step')} switched ${off ? 'off' : 'on'}.`);
    },

    undo: () => told('Undone', store.undo()),
    redo: () => told('Done again', store.redo()),
  };

  /** The chosen container; else the one that what is chosen lies in; none for a paste of that container itself. */
  function pasteGoal(text: string): string | undefined {
    const node = onlyChosen(store);
    const read = readGraph(text);
    const itself = read.ok && read.graph.nodes.some((one) => one.id === node?.id);
    if (node && isContainer(catalog.get(node.type)) && !itself) return node.id;
    const parents = new Set(
      graph()
        .nodes.filter((one) => selected().has(one.id))
        .map((one) => one.parent),
    );
    return parents.size === 1 ? [...parents][0] : undefined;
  }

  function told(word: string, label: string | undefined): void {
    said(
      label === undefined
        ? `There is nothing to ${word === 'Undone' ? 'undo' : 'do again'}.`
        : `${word}: ${label}.`,
    );
  }
}

/** How a step is passed over: by its main port, or its first when it has no main one. */
export function passedBy(node: GraphNode, catalog: Catalog): boolean | string {
  const ports = portsOf(catalog.get(node.type), node.config).filter(
    (port) => port.kind !== 'failure',
  );
  return ports.length === 0 || ports.some((port) => port.kind === 'main')
    ? true
    : (ports[0]?.name ?? true);
}

/** A case that was renamed keeps its edge: the ports are compared place by place. */
function followCases(before: Graph, after: Graph, id: string, catalog: Catalog): Graph {
  const old = nodeById(before, id);
  const now = nodeById(after, id);
  if (!old || !now || catalog.get(now.type)?.ports.kind !== 'from-list') return after;
  const names = (node: GraphNode) =>
    portsOf(catalog.get(node.type), node.config).map((port) => port.name);
  const [was, is] = [names(old), names(now)];
  if (was.length !== is.length) return after;
  return was.reduce((so, name, index) => {
    const next = is[index];
    return next !== undefined && next !== name && !is.includes(name)
      ? withPortRenamed(so, id, name, next)
      : so;
  }, after);
}

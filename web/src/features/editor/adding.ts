import type { Hook } from '@/canvas/context';
import { isContainer, isTrigger, type Catalog, type NodeType } from '@/catalog/nodeType';
import type { DraftStore } from '@/draft/store';
import { CARD, containerAt, sizeOf } from '@/graph/boxes';
import { nodeById, type Graph, type GraphNode, type Position } from '@/graph/document';
import { newNode, snapped, withEdge, withNode, withoutEdges } from '@/graph/edit';
import { childrenOf, nestFault } from '@/graph/nest';
import { freePlace, placeAfter, placeInside } from '@/graph/place';
import { freePorts, portsOf } from '@/graph/ports';
import { announce, notify } from '@/ui/notices';
import { fitted } from './arrange';

/** The node that is chosen when nothing else is. */
export function onlyChosen(store: DraftStore): GraphNode | undefined {
  const { selected, history } = store.getState();
  const [first, ...more] = [...selected];
  return first !== undefined && more.length === 0 ? nodeById(history.now.value, first) : undefined;
}

/** Adding nodes: at a place, on a port, into a thread or into a container. */
export function addingTo(store: DraftStore, catalog: Catalog) {
  const graph = () => store.getState().history.now.value;

  const put = (
    type: NodeType,
    at: Position,
    link: (graph: Graph, node: GraphNode) => Graph,
    parent?: string,
  ) => {
    const node = newNode(graph(), type, at, parent);
    const fault = nestFault(withNode(graph(), node), catalog, new Set([node.id]), parent);
    if (fault) {
      notify(fault, 'failed');
      return undefined;
    }
    fitted(
      store,
      catalog,
      { label: `Add ${type.title}` },
      (before) => link(withNode(before, node), node),
      true,
    );
    store.select([node.id]);
    const around = parent === undefined ? undefined : nodeById(graph(), parent)?.name;
    announce(around === undefined ? `${node.name} added.` : `${node.name} added inside ${around}.`);
    return node.id;
  };

  const alone = (next: Graph) => next;

  return {
    /** Adds a node at a place, or after the chosen one when exactly one is chosen and has room, or into it when it is an empty container. */
    add(type: NodeType, centre: Position): string | undefined {
      const node = isTrigger(type) ? undefined : onlyChosen(store);
      if (node && isContainer(catalog.get(node.type)) && childrenOf(graph(), node.id).length === 0)
        return addAt(type, { inside: node.id });
      const port = node ? freePorts(graph(), node, catalog.get(node.type))[0] : undefined;
      if (node && port) return addAt(type, { node: node.id, port: port.name });
      return put(
        type,
        freePlace(
          graph(),
          catalog,
          snapped(centre),
          undefined,
          sizeOf(catalog, { type: type.id, config: {} }),
        ),
        alone,
      );
    },

    addAt,

    /** The port the next node would hang on: a free one, else the first. */
    nextPort(id: string): string | undefined {
      const node = nodeById(graph(), id);
      const type = node && catalog.get(node.type);
      if (!node) return undefined;
      return (freePorts(graph(), node, type)[0] ?? portsOf(type, node.config)[0])?.name;
    },

    /** Adds a node exactly where it was dropped, into the container that is there. */
    drop(type: NodeType, at: Position): string | undefined {
      const into = containerAt(graph(), catalog, {
        x: at.x + CARD.width / 2,
        y: at.y + CARD.height / 2,
      });
      return put(type, at, alone, into);
    },
  };

  /** Adds a node on a port, into a thread or into a container; undefined when it can't lie there. */
  function addAt(type: NodeType, hook: Hook): string | undefined {
    if ('inside' in hook)
      return put(
        type,
        placeInside(graph(), catalog, hook.inside, sizeOf(catalog, { type: type.id, config: {} })),
        alone,
        hook.inside,
      );
    return 'edge' in hook ? insert(type, hook.edge) : hang(type, hook);
  }

  function hang(
    type: NodeType,
    hook: { node: string; port: string; at?: Position },
  ): string | undefined {
    const source = nodeById(graph(), hook.node);
    const ports = source ? portsOf(catalog.get(source.type), source.config) : [];
    const size = sizeOf(catalog, { type: type.id, config: {} });
    const parent = isTrigger(type) ? undefined : source?.parent;
    const wanted =
      hook.at ??
      (source ? placeAfter(graph(), catalog, source, hook.port, ports, size) : { x: 0, y: 0 });
    const at = freePlace(graph(), catalog, snapped(wanted), parent, size);
    return put(
      type,
      at,
      (next, node) =>
        isTrigger(type)
          ? next
          : withEdge(next, { source: hook.node, port: hook.port, target: node.id }),
      parent,
    );
  }

  function insert(type: NodeType, id: string): string | undefined {
    const edge = graph().edges.find((one) => one.id === id);
    const source = edge && nodeById(graph(), edge.source);
    const target = edge && nodeById(graph(), edge.target);
    if (!edge || !source || !target || isTrigger(type)) return put(type, { x: 0, y: 0 }, alone);
    const middle = {
      x: (source.position.x + target.position.x) / 2,
      y: (source.position.y + target.position.y) / 2,
    };
    const at = freePlace(
      graph(),
      catalog,
      snapped(middle),
      source.parent,
      sizeOf(catalog, { type: type.id, config: {} }),
    );
    const link = (next: Graph, node: GraphNode) => {
      const first = withEdge(withoutEdges(next, new Set([id])), {
        source: edge.source,
        port: edge.port,
        target: node.id,
      });
      const port = portsOf(type, node.config)[0];
      return port && port.kind !== 'failure'
        ? withEdge(first, { source: node.id, port: port.name, target: edge.target })
        : first;
    };
    return put(type, at, link, source.parent);
  }
}

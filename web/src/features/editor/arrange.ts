import { isContainer, type Catalog } from '@/catalog/nodeType';
import type { Change, DraftStore } from '@/draft/store';
import { boxes, carried, CARD, containerAt, settled } from '@/graph/boxes';
import { stepTo, type Direction } from '@/graph/compass';
import { nodeById, type Graph, type Position } from '@/graph/document';
import { GRID, moved } from '@/graph/edit';
import { containersOf, nested, nestFault, outermost, withInside } from '@/graph/nest';
import { freePlace, placeInside, withRoom } from '@/graph/place';
import { portsOf } from '@/graph/ports';
import { count } from '@/words/count';
import { announce, notify } from '@/ui/notices';

/** What decides where a card or a frame was dropped: the middle of a card's height and width, from its corner. */
const GRIP = { x: CARD.width / 2, y: CARD.height / 2 };

/** Where parts would go if they were dropped at these places: the container for each outermost node. */
export function targets(
  graph: Graph,
  catalog: Catalog,
  places: ReadonlyMap<string, Position>,
): Map<string, string | undefined> {
  const movers = outermost(graph, new Set(places.keys()));
  const under = ({ x, y }: Position) =>
    containerAt(graph, catalog, { x: x + GRIP.x, y: y + GRIP.y }, places.keys());
  return new Map(movers.map((node) => [node.id, under(places.get(node.id) ?? node.position)]));
}

/** Changes of the drawing after which every container's frame fits what it holds. */
export function fitted(
  store: DraftStore,
  catalog: Catalog,
  change: Change,
  edit: (graph: Graph) => Graph,
  room = false,
): void {
  store.change(change, (before) => {
    const start = settled(before, catalog);
    const after = edit(start);
    if (after === start) return before;
    return settled(room ? withRoom(start, after, catalog) : after, catalog);
  });
}

/** Moving parts, into containers and out of them, and tidying up. */
export function arrangingOn(store: DraftStore, catalog: Catalog) {
  const graph = () => store.getState().history.now.value;
  const selected = () => store.getState().selected;

  /** Puts nodes elsewhere, each into its goal; says which threads were cut. False when it can't be. */
  const regroup = (
    goals: ReadonlyMap<string, string | undefined>,
    places: ReadonlyMap<string, Position>,
    room: boolean,
  ): boolean => {
    const groups = new Map(
      [...new Set(goals.values())].map((into) => [
        into,
        new Set([...goals.keys()].filter((id) => goals.get(id) === into)),
      ]),
    );
    const [fault] = [...groups].flatMap(
      ([into, ids]) => nestFault(graph(), catalog, ids, into) ?? [],
    );
    if (fault) {
      notify(fault, 'failed');
      return false;
    }
    const [into] = groups.keys();
    const name = into === undefined ? undefined : (nodeById(graph(), into)?.name ?? into);
    const threads = graph().edges.length;
    const label = name === undefined ? 'Take out' : `Put into ${name}`;
    const edit = (before: Graph) =>
      [...groups].reduce((so, [goal, ids]) => nested(so, ids, goal), moved(before, places));
    fitted(store, catalog, { label }, edit, room);
    told(goals.size, name, threads - graph().edges.length);
    return true;
  };

  return {
    /** Moves parts as far as the hand did; nodes dropped on a container go into it. False when they can't. */
    move(places: ReadonlyMap<string, Position>): boolean {
      const all = carried(graph(), catalog, places);
      const goals = [...targets(graph(), catalog, places)].filter(
        ([id, into]) => nodeById(graph(), id)?.parent !== into,
      );
      if (goals.length > 0) return regroup(new Map(goals), all, false);
      fitted(store, catalog, { label: `Move ${count(places.size, 'part')}` }, (before) =>
        moved(before, all),
      );
      return true;
    },

    nudge(direction: Direction, steps: number): void {
      const chosen = [
        ...outermost(graph(), selected()),
        ...graph().notes.filter((one) => selected().has(one.id)),
      ];
      const places = new Map(
        chosen.map((one) => [one.id, stepTo(one.position, direction, steps * GRID)]),
      );
      if (places.size === 0) return;
      const burst = `nudge ${[...places.keys()].join(' ')}`;
      fitted(store, catalog, { label: 'Move', burst }, (before) =>
        moved(before, carried(before, catalog, places)),
      );
      announce(`Moved ${direction}.`);
    },

    /** The containers the chosen steps could be put into. */
    homes(): string[] {
      const ids = chosenNodes();
      const parents = new Set(outermost(graph(), ids).map((node) => node.parent));
      const isNew = (id: string) => !(parents.size === 1 && parents.has(id));
      return graph()
        .nodes.filter(
          (node) =>
            isContainer(catalog.get(node.type)) &&
            isNew(node.id) &&
            !nestFault(graph(), catalog, ids, node.id),
        )
        .map((node) => node.id);
    },

    putInto(container: string): boolean {
      const ids = new Set(outermost(graph(), chosenNodes()).map((node) => node.id));
      return regroup(
        goal(ids, container),
        gathered(ids, placeInside(graph(), catalog, container)),
        true,
      );
    },

    /** Whether something chosen lies in a container. */
    canTakeOut: () => outermost(graph(), chosenNodes()).some((node) => node.parent !== undefined),

    /** Out of the container, to the right of it. */
    takeOut(): void {
      const ids = new Set(
        outermost(graph(), chosenNodes())
          .filter((node) => node.parent !== undefined)
          .map((node) => node.id),
      );
      const [first] = ids;
      const around = first === undefined ? undefined : containersOf(graph(), first)[0];
      if (!around) return;
      const frame = boxes(graph(), catalog).get(around.id) ?? { ...around.position, ...CARD };
      const wanted = { x: frame.x + frame.width + 4 * GRID, y: frame.y };
      regroup(
        goal(ids, around.parent),
        gathered(ids, freePlace(graph(), catalog, wanted, around.parent)),
        true,
      );
    },

    async tidy(): Promise<void> {
      const { tidy } = await import('@/layout/tidy');
      const now = graph();
      const places = await tidy(now, catalog, (id, port) => {
        const node = nodeById(now, id);
        return node
          ? portsOf(catalog.get(node.type), node.config).findIndex((one) => one.name === port)
          : 0;
      });
      fitted(store, catalog, { label: 'Tidy up' }, (before) => moved(before, places));
      announce('Tidied up.');
    },
  };

  function chosenNodes(): Set<string> {
    return new Set(
      graph()
        .nodes.filter((node) => selected().has(node.id))
        .map((node) => node.id),
    );
  }

  /** Everything moved alike, so that its first corner comes to the place. */
  function gathered(ids: ReadonlySet<string>, at: Position): Map<string, Position> {
    const found = boxes(graph(), catalog);
    const corners = [...ids].flatMap((id) => found.get(id) ?? []);
    const by = {
      x: at.x - Math.min(...corners.map((box) => box.x)),
      y: at.y - Math.min(...corners.map((box) => box.y)),
    };
    return new Map(
      [...withInside(graph(), ids)].flatMap((id) => {
        const box = found.get(id);
        return box ? [[id, { x: box.x + by.x, y: box.y + by.y }] as const] : [];
      }),
    );
  }

  function told(steps: number, container: string | undefined, cut: number): void {
    const what = count(steps, 'step');
    const where =
      container === undefined ? `${what} taken out.` : `${what} put into “${container}”.`;
    announce(where);
    if (cut > 0)
      notify(
        `${where} ${count(cut, 'connection was', 'connections were')} cut: threads don’t cross a container’s wall.`,
        'plain',
        { title: 'Undo', run: () => store.undo() },
      );
  }
}

function goal(ids: ReadonlySet<string>, into: string | undefined): Map<string, string | undefined> {
  return new Map([...ids].map((id) => [id, into]));
}

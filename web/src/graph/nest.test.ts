import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogOf } from '@/catalog/nodeType';
import { ORDERS } from '../../test/fake/containers';
import { NODE_TYPES } from '../../test/fake/catalog';
import { boxes, carried, containerAt, FRAME, overlap, settled } from './boxes';
import { copied, pasted } from './clipboard';
import { difference } from './diff';
import { emptyGraph, nodeById, type Graph } from './document';
import { moved, newNode, renamed, withEdge, withNode, without } from './edit';
import {
  containersOf,
  crossings,
  MAX_DEPTH,
  nested,
  nestFault,
  outermost,
  withInside,
} from './nest';
import { placeInside, withRoom } from './place';
import { freePorts, portsOf } from './ports';
import { ancestors, edgeFault, readable } from './reach';

const catalog = catalogOf(NODE_TYPES);
const type = (id: string) => catalog.get(id)!;
const ids = (graph: Graph) => graph.nodes.map((node) => node.id);
const box = (graph: Graph, id: string) => boxes(graph, catalog).get(id)!;

describe('containers', () => {
  it('are around their steps, the innermost first, also in a document that runs in a circle', () => {
    expect(containersOf(ORDERS, 'pack').map((one) => one.id)).toEqual(['poll', 'each']);
    const circle = {
      ...emptyGraph('x'),
      nodes: ORDERS.nodes.map((node) => (node.id === 'each' ? { ...node, parent: 'poll' } : node)),
    };
    expect(containersOf(circle, 'pack').map((one) => one.id)).toEqual(['poll', 'each']);
    expect(boxes(circle, catalog).size).toBe(7);
  });

  it('take all inside along', () => {
    expect([...withInside(ORDERS, ['each'])].sort()).toEqual([
      'ask',
      'each',
      'large',
      'pack',
      'poll',
    ]);
    expect(outermost(ORDERS, new Set(['each', 'pack', 'done'])).map((node) => node.id)).toEqual([
      'each',
      'done',
    ]);
    expect(ids(without(ORDERS, new Set(['poll'])))).toEqual([
      'start',
      'each',
      'large',
      'ask',
      'done',
    ]);
    const places = carried(ORDERS, catalog, new Map([['each', { x: 400, y: 100 }]]));
    expect(places.get('pack')).toEqual({ x: 780, y: 480 });
  });

  it('refuse what can’t be inside, in words', () => {
    expect(nestFault(ORDERS, catalog, new Set(['start']), 'each')).toBe(
      '“Start by hand” starts runs, so it stays outside of “Each order”.',
    );
    expect(nestFault(ORDERS, catalog, new Set(['each']), 'poll')).toMatch(/inside itself/);
    expect(nestFault(ORDERS, catalog, new Set(['done']), 'large')).toMatch(/Only a container/);
    let deep = emptyGraph('deep');
    for (let depth = 0; depth < MAX_DEPTH; depth++)
      deep = withNode(
        deep,
        newNode(deep, type('loop@1'), { x: 0, y: 0 }, depth === 0 ? undefined : `loop${depth}`),
      );
    deep = withNode(
      withNode(deep, newNode(deep, type('for-each@1'), { x: 0, y: 0 })),
      newNode(deep, type('set@1'), { x: 0, y: 0 }),
    );
    expect(nestFault(deep, catalog, new Set(['forEach1']), 'loop10')).toMatch(/10 times at most/);
    expect(nestFault(deep, catalog, new Set(['set1']), 'loop10')).toBeUndefined();
  });

  it('cut the threads that would cross their wall', () => {
    const graph = nested(ORDERS, new Set(['ask']), undefined);
    expect(nodeById(graph, 'ask')).not.toHaveProperty('parent');
    expect(graph.edges.map((edge) => edge.id)).toEqual(['e1', 'e3', 'e4']);
    expect(difference(ORDERS, graph).changed).toEqual(['ask']);
  });
});

describe('threads and names', () => {
  it.each([
    [
      'start',
      'large',
      'main',
      /^“Large\?” is inside “Each order”, “Start by hand” isn’t\. Connect “Each order” itself/,
    ],
    ['pack', 'ask', 'main', /^“Pack” is inside “Until it is packed”, “Ask the owner” isn’t/],
    ['each', 'ask', 'main', /get their input by themselves/],
    ['ask', 'poll', 'approved', undefined],
  ])('from %s to %s', (source, target, port, fault) => {
    const said = edgeFault(ORDERS, catalog, { source, port, target });
    if (fault) expect(said).toMatch(fault);
    else expect(said).toBeUndefined();
  });

  it('reach outwards, never inwards', () => {
    expect(readable(ORDERS, 'pack')).toEqual(['large', 'start']);
    expect(readable(ORDERS, 'done')).toEqual(['each', 'start']);
    expect(ancestors(ORDERS, 'pack')).toEqual([]);
  });

  it('follow when a container or a step is called otherwise, inside and outside', () => {
    const graph = renamed(
      ORDERS,
      catalog,
      new Map([
        ['each', 'orders'],
        ['large', 'big'],
      ]),
    );
    expect(nodeById(graph, 'poll')?.parent).toBe('orders');
    expect(nodeById(graph, 'done')?.config.fields).toEqual([
      { name: 'orders', value: '{% $count($orders) %}' },
    ]);
  });

  it('know ports that only matter when connected', () => {
    expect(
      portsOf(type('approval@1'), {}).map((port) => [port.name, port.unconnected !== undefined]),
    ).toEqual([
      ['approved', false],
      ['rejected', false],
      ['timeout', true],
      ['failure', false],
    ]);
    expect(
      freePorts(ORDERS, nodeById(ORDERS, 'poll')!, type('loop@1')).map((port) => port.name),
    ).toEqual(['main']);
  });
});

describe('frames', () => {
  it('are around what they hold, from the inside out', () => {
    expect(box(ORDERS, 'poll')).toEqual({
      x: 640,
      y: 300,
      width: FRAME.left + 220 + FRAME.right,
      height: 200,
    });
    expect(box(ORDERS, 'each')).toMatchObject({ x: 300, y: 0 });
    for (const id of ['large', 'ask', 'poll', 'pack'])
      expect(overlap(box(ORDERS, 'each'), box(ORDERS, id))).toBe(true);
  });

  it('know which is at a point, the innermost first, what is being moved aside', () => {
    expect(containerAt(ORDERS, catalog, { x: 700, y: 400 })).toBe('poll');
    expect(containerAt(ORDERS, catalog, { x: 400, y: 400 })).toBe('each');
    expect(containerAt(ORDERS, catalog, { x: 700, y: 400 }, ['poll'])).toBe('each');
    expect(containerAt(ORDERS, catalog, { x: 0, y: 0 })).toBeUndefined();
  });

  it('push aside what is beside them when they grow, on every level', () => {
    const at = placeInside(ORDERS, catalog, 'poll');
    const wide = { ...newNode(ORDERS, type('set@1'), { x: at.x + 400, y: 380 }, 'poll') };
    const after = withRoom(ORDERS, settled(withNode(ORDERS, wide), catalog), catalog);
    expect(box(after, 'done').x - box(ORDERS, 'done').x).toBeGreaterThanOrEqual(20);
    expect(overlap(box(after, 'each'), box(after, 'done'))).toBe(false);
    expect(box(after, 'start')).toEqual(box(ORDERS, 'start'));
  });

  it('fit their content wherever it is moved', () => {
    const move = fc.record({
      id: fc.constantFrom('large', 'ask', 'poll', 'pack'),
      x: fc.integer({ min: -60, max: 60 }),
      y: fc.integer({ min: -60, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
        const graph = moves.reduce(
          (so, { id, x, y }) =>
            settled(
              moved(so, carried(so, catalog, new Map([[id, { x: x * 20, y: y * 20 }]]))),
              catalog,
            ),
          ORDERS,
        );
        for (const node of graph.nodes) {
          const [inner, outer] = [
            box(graph, node.id),
            node.parent === undefined ? undefined : box(graph, node.parent),
          ];
          expect([inner.x % 20, inner.y % 20].map(Math.abs)).toEqual([0, 0]);
          if (!outer) continue;
          expect(inner.x).toBeGreaterThanOrEqual(outer.x + FRAME.left);
          expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height);
        }
        expect(crossings(graph)).toEqual([]);
      }),
    );
  });
});

describe('copies', () => {
  it('of a container bring its inside under new names, and their references', () => {
    const result = pasted(ORDERS, catalog, copied(ORDERS, new Set(['each'])), { x: 0, y: 800 });
    if (!result.ok) throw new Error(result.message);
    const { graph } = result;
    expect(graph.nodes.slice(7).map((node) => [node.id, node.parent])).toEqual([
      ['each1', undefined],
      ['large1', 'each1'],
      ['ask1', 'each1'],
      ['poll1', 'each1'],
      ['pack1', 'poll1'],
    ]);
    expect(crossings(graph)).toEqual([]);
    expect(box(graph, 'each1')).toMatchObject({ x: 0, y: 800, width: box(graph, 'each').width });
  });

  it('go into a container, or say why not', () => {
    const text = copied(ORDERS, new Set(['done']));
    const into = pasted(ORDERS, catalog, text, placeInside(ORDERS, catalog, 'poll'), 'poll');
    expect(into).toMatchObject({ ok: true, ids: ['done1'] });
    expect(into.ok && nodeById(into.graph, 'done1')?.parent).toBe('poll');
    expect(
      pasted(ORDERS, catalog, copied(ORDERS, new Set(['start'])), { x: 0, y: 0 }, 'poll'),
    ).toMatchObject({ ok: false, message: expect.stringContaining('starts runs') as string });
  });

  it('of steps alone leave their container', () => {
    const into = pasted(
      withEdge(emptyGraph('x'), { source: 'a', port: 'main', target: 'b' }),
      catalog,
      copied(ORDERS, new Set(['pack'])),
      { x: 0, y: 0 },
    );
    expect(into.ok && into.graph.nodes[0]).not.toHaveProperty('parent');
  });
});

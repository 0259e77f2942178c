import { describe, expect, it } from 'vitest';
import { emptyGraph, type Graph } from '@/graph/document';
import { catalogOf } from '@/catalog/nodeType';
import { NODE_TYPES } from '../../test/fake/catalog';
import { ORDERS } from '../../test/fake/containers';
import { boxes, overlap, settled } from '@/graph/boxes';
import { moved } from '@/graph/edit';
import { childrenOf } from '@/graph/nest';
import { tidy } from './tidy';

const catalog = catalogOf(NODE_TYPES);

const node = (id: string) => ({
  id,
  type: 'set@1',
  name: id,
  position: { x: 7, y: 7 },
  config: {},
});

describe('tidy', () => {
  it('puts successors to the right on the grid, branches one above the other', async () => {
    const graph: Graph = {
      ...emptyGraph('x'),
      nodes: ['a', 'no', 'yes'].map(node),
      edges: [
        { id: 'e1', source: 'a', port: 'false', target: 'no' },
        { id: 'e2', source: 'a', port: 'true', target: 'yes' },
      ],
    };
    const places = await tidy(graph, catalog, (_, port) => ['true', 'false'].indexOf(port));
    const at = (id: string) => places.get(id) ?? { x: NaN, y: NaN };
    expect(at('yes').x).toBeGreaterThan(at('a').x + 220);
    expect(at('yes').y).toBeLessThan(at('no').y);
    for (const place of places.values())
      expect([place.x % 20, place.y % 20].map(Math.abs)).toEqual([0, 0]);
  });

  it('lays out containers from the inside out, so that nothing lies on another', async () => {
    const places = await tidy(ORDERS, catalog, () => 0);
    const graph = settled(moved(ORDERS, places), catalog);
    const found = boxes(graph, catalog);
    for (const node of graph.nodes)
      expect(found.get(node.id), node.id).toMatchObject(places.get(node.id)!);
    for (const one of graph.nodes) {
      for (const other of childrenOf(graph, one.parent)) {
        if (one !== other)
          expect(overlap(found.get(one.id)!, found.get(other.id)!), `${one.id} ${other.id}`).toBe(
            false,
          );
      }
    }
    // Threads into and out of a container run straight.
    expect(places.get('each')!.y).toBe(places.get('start')!.y);
  });
});

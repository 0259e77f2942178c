import { describe, expect, it } from 'vitest';
import { emptyGraph, type Graph } from '@/graph/document';
import { tidy } from './tidy';

const node = (id: string) => ({ id, type: 'set@1', name: id, position: { x: 7, y: 7 }, config: {} });

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
    const places = await tidy(graph, (_, port) => ['true', 'false'].indexOf(port));
    const at = (id: string) => places.get(id) ?? { x: NaN, y: NaN };
    expect(at('yes').x).toBeGreaterThan(at('a').x + 220);
    expect(at('yes').y).toBeLessThan(at('no').y);
    for (const place of places.values()) expect([place.x % 20, place.y % 20].map(Math.abs)).toEqual([0, 0]);
  });
});

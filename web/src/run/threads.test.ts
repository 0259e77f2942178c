import { describe, expect, it } from 'vitest';
import { emptyGraph, type Graph } from '@/graph/document';
import { threads, type Ran } from './threads';

const edge = (id: string, source: string, port: string, target: string) => ({
  id,
  source,
  port,
  target,
});
const graph: Graph = {
  ...emptyGraph('x'),
  edges: [
    edge('a', 'start', 'main', 'if1'),
    edge('b', 'if1', 'true', 'x'),
    edge('c', 'if1', 'false', 'y'),
    edge('d', 'x', 'failure', 'y'),
  ],
};
const states = (ran: Ran[], over = false) =>
  [...threads(graph, ran, over).values()].map((one) => one.state);

describe('threads', () => {
  it('are open until their node ends, then taken or dead', () => {
    expect(states([])).toEqual(['open', 'open', 'open', 'open']);
    expect(
      states([
        { node: 'start', status: 'succeeded' },
        { node: 'if1', status: 'succeeded', port: 'false' },
      ]),
    ).toEqual(['taken', 'dead', 'taken', 'open']);
    expect(states([{ node: 'x', status: 'failed' }])[3]).toBe('taken');
    expect(states([{ node: 'x', status: 'skipped' }])[3]).toBe('dead');
  });

  it('fade where a finished run never went', () =>
    expect(states([], true)).toEqual(['dead', 'dead', 'dead', 'dead']));

  it('count the items of a list', () => {
    expect(
      threads(graph, [{ node: 'start', status: 'succeeded', output: [1, 2, 3] }], false).get('a')
        ?.items,
    ).toBe(3);
  });
});

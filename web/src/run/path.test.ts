import { describe, expect, it } from 'vitest';
import { ORDERS } from '../../test/fake/containers';
import { around, pathOf, pathWords, prefixesOf, seenFrom, timesThrough, turnsOf } from './path';

describe('the path of an iteration', () => {
  it('is read and written, outermost first', () => {
    expect(turnsOf('each1[3].loop2[0]')).toEqual([
      { container: 'each1', index: 3 },
      { container: 'loop2', index: 0 },
    ]);
    expect(pathOf(turnsOf('each1[3].loop2[0]'))).toBe('each1[3].loop2[0]');
    expect(prefixesOf('each1[3].loop2[0]')).toEqual(['each1[3]', 'each1[3].loop2[0]']);
    expect([turnsOf(''), prefixesOf(''), turnsOf('nonsense')]).toEqual([[], [], []]);
    expect(pathWords('each1[3].loop2[0]')).toBe('each1 4, loop2 1');
  });

  it('leads through the containers around a step, and the step itself when it is one', () => {
    expect(around(ORDERS, 'pack')).toEqual(['each', 'poll']);
    expect(around(ORDERS, 'poll')).toEqual(['each', 'poll']);
    expect(around(ORDERS, 'done')).toEqual([]);
  });

  it('has as many turns as the busiest step inside', () => {
    const nodes = [
      { node: 'large', iterations: { count: 3, failed: 0 } },
      { node: 'ask', iterations: { count: 1, failed: 0 } },
      { node: 'pack', iterations: { count: 9, failed: 0 } },
    ];
    expect([
      timesThrough(ORDERS, nodes, 'each'),
      timesThrough(ORDERS, nodes, 'poll'),
      timesThrough(ORDERS, nodes, 'done'),
    ]).toEqual([3, 9, 0]);
  });

  it('shows of the steps inside what they did that time, and nothing of another time', () => {
    const run = ['start', 'each', 'large', 'pack', 'ask'].map((node) => ({ node, at: 0 }));
    const views = [
      [
        { node: 'large', at: 1 },
        { node: 'pack', at: 1 },
      ],
      [{ node: 'pack', at: 2 }],
    ];
    expect(seenFrom(ORDERS, run, 'each[1].poll[0]', views)).toEqual([
      { node: 'start', at: 0 },
      { node: 'each', at: 0 },
      { node: 'large', at: 1 },
      { node: 'pack', at: 2 },
    ]);
    expect(seenFrom(ORDERS, run, 'each[1]', [undefined])).toEqual(run);
  });
});

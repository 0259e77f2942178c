import { describe, expect, it } from 'vitest';
import { catalogOf } from '@/catalog/nodeType';
import { evaluate } from '@/expressions/evaluate';
import { withNodeChange } from '@/graph/edit';
import { ORDERS } from '../../test/fake/containers';
import { NODE_TYPES } from '../../test/fake/catalog';
import { innerNames, innerSources } from './inner';
import { sampleOutput } from './scope';

const catalog = catalogOf(NODE_TYPES);
const inner = async (id: string, run?: Parameters<typeof innerSources>[3], graph = ORDERS) => {
  const sources = await innerSources(graph, catalog, id, run, evaluate);
  return Object.fromEntries(sources.map((source) => [source.name, [source.value, source.real]]));
};

describe('what is known inside containers', () => {
  it('is the nearest for-each’s item and the nearest loop’s last time', () => {
    expect(innerNames(ORDERS, catalog, 'pack')).toEqual(['item', 'index', 'loop']);
    expect(innerNames(ORDERS, catalog, 'large')).toEqual(['item', 'index']);
    expect(innerNames(ORDERS, catalog, 'poll')).toEqual(['item', 'index', 'loop']);
    expect(innerNames(ORDERS, catalog, 'each')).toEqual([]);
    expect(innerNames(ORDERS, catalog, 'done')).toEqual([]);
  });

  it('is the first item the list gives, with the sample or with what a run had', async () => {
    expect(await inner('large')).toEqual({
      item: [{ id: 'A1', total: 30 }, false],
      index: [0, false],
    });
    const run = { input: { orders: [{ id: 'B7' }] }, nodes: [] };
    expect(await inner('large', run)).toEqual({ item: [{ id: 'B7' }, true], index: [0, true] });
    const third = {
      input: { orders: [1, 2, 3] },
      nodes: [{ node: 'large', status: 'succeeded', path: 'each[2]' }],
    };
    expect(await inner('large', third)).toEqual({ item: [3, true], index: [2, true] });
    expect(await inner('large', { input: {}, nodes: [] })).toEqual({
      item: [{}, false],
      index: [0, false],
    });
  });

  it('is made of the items of outer containers', async () => {
    const graph = withNodeChange(ORDERS, 'poll', {
      type: 'for-each@1',
      config: { items: '{% [$item.id, "more"] %}' },
    });
    expect((await inner('pack', undefined, graph)).item).toEqual(['A1', false]);
  });

  it('is what a loop gave at last, else what its steps will give', async () => {
    expect((await inner('pack')).loop).toEqual([{ last: { packed: 'text' }, index: 0 }, false]);
    const run = {
      nodes: [
        {
          node: 'poll',
          status: 'succeeded',
          output: { last: { packed: true }, count: 2, reason: 'done' },
        },
      ],
    };
    expect((await inner('poll', run)).loop).toEqual([{ last: { packed: true }, index: 0 }, true]);
  });

  it('gives the container its own shape', () => {
    const sample = (id: string) =>
      sampleOutput(
        ORDERS,
        catalog,
        ORDERS.nodes.find((node) => node.id === id)!,
        0,
      );
    expect(sample('poll')).toEqual({ last: { packed: 'text' }, count: 1, reason: 'done' });
    expect(sample('each')).toEqual([
      {
        ask: {
          approved: true,
          by: { id: 'text', name: 'text' },
          comment: 'text',
          decidedAt: 'text',
          timedOut: true,
        },
        poll: sample('poll'),
      },
    ]);
  });

  it('can’t be read outside', async () => {
    const said = async (code: string, known: string[]) => await evaluate(code, {}, known);
    expect(await said('$item.total', [])).toMatchObject({
      ok: false,
      message: '`$item` is only known inside a for-each.',
      column: 1,
    });
    expect(await said('$loop.last', ['item'])).toMatchObject({
      ok: false,
      message: '`$loop` is only known inside a loop.',
    });
    expect(await said('$item.total', ['item', 'index'])).toMatchObject({ ok: true });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogOf } from '@/catalog/nodeType';
import { NODE_TYPES } from '../../test/fake/catalog';
import { copied, pasted, readGraph } from './clipboard';
import { towards } from './compass';
import { difference, differenceWords } from './diff';
import { emptyGraph, graphDocument, type Graph } from './document';
import {
  moved,
  newNode,
  renamed,
  withConfig,
  withEdge,
  withNode,
  withNodeChange,
  without,
} from './edit';
import { begin, record, redo, undo, type History } from './history';
import { freshId, idBase, idFault } from './ids';
import { cardLine } from './line';
import { freePlace, placeAfter } from './place';
import { portsOf } from './ports';
import { ancestors, edgeFault } from './reach';

const catalog = catalogOf(NODE_TYPES);
const type = (id: string) => {
  const found = catalog.get(id);
  if (!found) throw new Error(id);
  return found;
};

function drawn(...types: string[]): Graph {
  return types.reduce(
    (graph, id) => withNode(graph, newNode(graph, type(id), { x: 0, y: 0 })),
    emptyGraph('Test'),
  );
}

const triage = (): Graph => {
  let graph = drawn('webhook@1', 'set@1', 'if@1', 'respond@1');
  graph = withEdge(graph, { source: 'webhook1', port: 'main', target: 'set1' });
  graph = withEdge(graph, { source: 'set1', port: 'main', target: 'if1' });
  graph = withEdge(graph, { source: 'if1', port: 'true', target: 'respond1' });
  return withConfig(
    graph,
    'if1',
    ['condition'],
    '{% $set1.urgency = "high" and $webhook1.body.ok %}',
  );
};

describe('the document', () => {
  it('reads what a server writes: nulls are absent, unknown fields stay', () => {
    const graph = graphDocument.parse({
      schemaVersion: 1,
      name: 'A',
      description: null,
      nodes: [{ id: 'a', type: 'set@1', retry: null, config: { value: null }, parent: 'loop1' }],
      edges: [{ id: 'e1', source: 'a', target: 'b' }],
    });
    expect(graph.nodes[0]).toEqual({
      id: 'a',
      type: 'set@1',
      name: 'a',
      position: { x: 0, y: 0 },
      config: { value: null },
      parent: 'loop1',
    });
    expect(graph.edges[0]?.port).toBe('main');
    expect('description' in graph).toBe(false);
  });
});

describe('ids', () => {
  it.each([
    ['', /needs an id/],
    ['Abc', /small letter/],
    ['a-b', /letters, digits/],
    ['count', /already means/],
    ['set1', /Another node/],
  ])('refuses %s', (id, message) => expect(idFault(id, drawn('set@1'))).toMatch(message));

  it('come from the type and count up', () => {
    expect(idBase('http-request@1')).toBe('httpRequest');
    expect(freshId('set', new Set(['set1', 'set2']))).toBe('set3');
    expect(drawn('set@1', 'set@1').nodes.map((node) => [node.id, node.name])).toEqual([
      ['set1', 'Set fields'],
      ['set2', 'Set fields 2'],
    ]);
  });
});

describe('ports', () => {
  it('follow the list they come from, without doubles, and end with the way out on failure', () => {
    const names = (cases: { name: string }[]) =>
      portsOf(type('switch@1'), { cases }).map((port) => port.name);
    expect(names([{ name: 'a' }, { name: 'a' }, { name: '' }, { name: 'default' }])).toEqual([
      'a',
      'default',
      'failure',
    ]);
    expect(portsOf(type('respond@1'), {})).toEqual([]);
  });
});

describe('edges', () => {
  it.each([
    [{ source: 'set1', port: 'main', target: 'set1' }, /follow itself/],
    [{ source: 'set1', port: 'main', target: 'webhook1' }, /starts runs/],
    [{ source: 'set1', port: 'main', target: 'if1' }, /already/],
    [{ source: 'if1', port: 'false', target: 'set1' }, /circle/],
    [{ source: 'if1', port: 'false', target: 'respond1' }, undefined],
  ])('%o', (edge, fault) => {
    const said = edgeFault(triage(), catalog, edge);
    if (fault) expect(said).toMatch(fault);
    else expect(said).toBeUndefined();
  });

  it('say what comes before, nearest first', () =>
    expect(ancestors(triage(), 'respond1')).toEqual(['if1', 'set1', 'webhook1']));
});

describe('editing', () => {
  it('renames a node everywhere it is read', () => {
    const graph = renamed(triage(), catalog, new Map([['set1', 'urgency']]));
    expect(graph.nodes.map((node) => node.id)).toEqual(['webhook1', 'urgency', 'if1', 'respond1']);
    expect(graph.edges.map((edge) => `${edge.source}→${edge.target}`)).toEqual([
      'webhook1→urgency',
      'urgency→if1',
      'if1→respond1',
    ]);
    expect(graph.nodes[2]?.config.condition).toBe(
      '{% $urgency.urgency = "high" and $webhook1.body.ok %}',
    );
  });

  it('takes the edges along when nodes go', () => {
    expect(without(triage(), new Set(['set1'])).edges.map((edge) => edge.id)).toEqual(['e3']);
  });

  it('removes a setting that is set to undefined', () => {
    const graph = withNodeChange(triage(), 'set1', { disabled: true });
    expect(
      'disabled' in (withNodeChange(graph, 'set1', { disabled: undefined }).nodes[1] ?? {}),
    ).toBe(false);
  });

  it('finds a free place below', () => {
    expect(freePlace(drawn('set@1'), catalog, { x: 0, y: 0 }, undefined)).toEqual({ x: 0, y: 120 });
    const graph = triage();
    const node = graph.nodes[2];
    expect(node && placeAfter(graph, catalog, node, 'false', portsOf(type('if@1'), {}))).toEqual({
      x: 300,
      y: 100,
    });
  });

  it('goes where an arrow key points', () => {
    const parts = [
      { id: 'a', position: { x: 0, y: 0 } },
      { id: 'b', position: { x: 300, y: 20 } },
      { id: 'c', position: { x: 280, y: 400 } },
    ];
    expect(towards(parts, parts[0] as (typeof parts)[0], 'right')?.id).toBe('b');
    expect(towards(parts, parts[0] as (typeof parts)[0], 'left')).toBeUndefined();
  });
});

describe('copy and paste', () => {
  it('brings the parts under new ids, and their references with them', () => {
    const graph = triage();
    const result = pasted(graph, catalog, copied(graph, new Set(['set1', 'if1'])), {
      x: 400,
      y: 400,
    });
    expect(result).toMatchObject({ ok: true, ids: ['set2', 'if2'] });
    if (!result.ok) return;
    expect(result.graph.nodes.at(-1)?.config.condition).toContain('$set2.urgency');
    expect(result.graph.nodes.at(-1)?.config.condition).toContain('$webhook1.body');
    expect(result.graph.edges.at(-1)).toMatchObject({ source: 'set2', target: 'if2' });
  });

  it.each([
    ['', /nothing here/],
    ['{"nodes": [', /isn’t valid JSON/],
    ['{"nodes": [}', /line 1, column 12/],
    ['[]', /not a Heddle workflow/],
    ['{"schemaVersion": 1, "nodes": [{"id": 5}]}', /nodes\.0\.id/],
    ['{"schemaVersion": 1, "nodes": []}', /no nodes/],
  ])('says what is wrong with %s', (text, message) => {
    const result = pasted(emptyGraph('x'), catalog, text, { x: 0, y: 0 });
    expect(result).toMatchObject({ ok: false, message: expect.stringMatching(message) as string });
  });

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 3 })), (chosen) => {
        const graph = triage();
        const ids = new Set(chosen.map((index) => graph.nodes[index]?.id ?? ''));
        const read = readGraph(copied(graph, ids));
        expect(read.ok && read.graph.nodes.map((node) => node.id)).toEqual(
          graph.nodes.map((node) => node.id).filter((id) => ids.has(id)),
        );
      }),
    );
  });
});

describe('history', () => {
  const change = fc.record({
    value: fc.integer(),
    burst: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
    wait: fc.integer({ min: 0, max: 3_000 }),
  });

  it('undoes everything back to the beginning and redoes it again, for any changes', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        let at = 0;
        let history: History<{ value: number }> = begin({ value: -1 });
        const first = history.now.value;
        for (const one of changes)
          history = record(
            history,
            { value: one.value },
            { label: 'x', burst: one.burst, at: (at += one.wait) },
          );
        const last = history.now.value;
        const steps = history.past.length;
        for (let n = 0; n < steps; n++) history = undo(history);
        expect(history.now.value).toBe(first);
        expect(undo(history)).toBe(history);
        for (let n = 0; n < steps; n++) history = redo(history);
        expect(history.now.value).toBe(last);
      }),
    );
  });

  it('counts a quick burst as one step, a slow one as two', () => {
    let history = begin('');
    history = record(history, 'a', { label: 'Type', burst: 'f', at: 0 });
    history = record(history, 'ab', { label: 'Type', burst: 'f', at: 900 });
    history = record(history, 'abc', { label: 'Type', burst: 'f', at: 2_000 });
    expect(undo(history).now.value).toBe('ab');
    expect(undo(undo(history)).now.value).toBe('');
  });
});

describe('words on cards and in differences', () => {
  it.each([
    ['webhook@1', { method: 'POST', path: 'orders' }, 'POST /orders'],
    ['set@1', { fields: [{ name: 'a' }, { name: 'b' }] }, 'Sets fields'],
    ['if@1', { condition: '{% $a.b = 1 %}' }, '$a.b = 1'],
    [
      'chat-model@1',
      { model: 'demo', answer: { kind: 'json', schema: { type: 'object' } } },
      'demo → json',
    ],
    ['merge@1', { mode: 'all' }, 'Waits for Every branch that runs'],
    ['http-request@1', {}, 'HTTP request'],
  ])('%s %o', (id, config, line) => expect(cardLine(type(id), config)).toBe(line));

  it.each([
    ['set@1', '{fields}', { fields: [{ name: 'a' }, { name: 'b' }] }, 'a, b'],
    [
      'chat-model@1',
      '{answer}',
      { answer: { kind: 'json', schema: { type: 'object' } } },
      'JSON with a schema',
    ],
    ['wait@1', '{duration}', { duration: { kind: 'seconds', seconds: 60 } }, '60'],
  ])('%s %s', (id, line, config, words) =>
    expect(cardLine({ ...type(id), line }, config)).toBe(words),
  );

  it('says what changed, and not that something moved', () => {
    const graph = triage();
    const other = withNodeChange(
      withNode(graph, newNode(graph, type('wait@1'), { x: 0, y: 0 })),
      'set1',
      { disabled: true },
    );
    expect(differenceWords(difference(graph, other))).toBe('1 node added and 1 node changed');
    expect(
      differenceWords(difference(graph, moved(graph, new Map([['set1', { x: 500, y: 0 }]])))),
    ).toBe('');
  });
});

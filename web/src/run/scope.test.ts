import { describe, expect, it } from 'vitest';
import { catalogOf } from '@/catalog/nodeType';
import { nodeById } from '@/graph/document';
import { withConfig } from '@/graph/edit';
import { NODE_TYPES } from '../../test/fake/catalog';
import { TRIAGE } from '../../test/fake/sample';
import { sampleOutput, scopeOf } from './scope';

const catalog = catalogOf(NODE_TYPES);

describe('the scope of a node', () => {
  it('holds what a run gave, nearest first, the trigger last', () => {
    const run = {
      input: { body: { text: 'Hi' } },
      nodes: [{ node: 'classify', status: 'succeeded', output: { urgency: 'high' } }],
    };
    const scope = scopeOf(TRIAGE, catalog, 'page', run);
    expect(scope.map((source) => [source.name, source.real])).toEqual([
      ['urgent', false],
      ['classify', true],
      ['ticket', false],
      ['trigger', true],
    ]);
    expect(scope[1]?.value).toEqual({ urgency: 'high' });
  });

  it('is made up before anything has run, with what is known', () => {
    const scope = scopeOf(TRIAGE, catalog, 'classify', undefined);
    expect(scope.find((source) => source.name === 'trigger')).toEqual({
      name: 'trigger',
      title: 'What started the run',
      value: { method: 'POST', path: 'support-triage', query: {}, headers: {}, body: {} },
      real: false,
    });
  });

  it('passes on what comes in where a node does', () => {
    const graph = withConfig(TRIAGE, 'queue1', ['keep'], true);
    const queue = nodeById(graph, 'queue1')!;
    expect(sampleOutput(graph, catalog, queue, 0)).toEqual({ queue: 'normal' });
  });
});

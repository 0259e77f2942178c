import type { Catalog } from '@/catalog/nodeType';
import { graphDocument, type Graph, type GraphNode } from '@/graph/document';

const node = (
  id: string,
  type: string,
  name: string,
  x: number,
  y: number,
  config: GraphNode['config'],
) => ({
  id,
  type,
  name,
  position: { x, y },
  config,
});

/** A small workflow to begin with: a webhook that greets, another way for those without a name. */
const SAMPLE: Graph = graphDocument.parse({
  schemaVersion: 1,
  name: 'Say hello',
  description: 'Answers a call with a greeting.',
  nodes: [
    node('call', 'webhook@1', 'Someone calls', 0, 80, {
      path: 'hello',
      method: 'POST',
      respond: 'answer',
      auth: { kind: 'none' },
    }),
    node('named', 'if@1', 'Has a name?', 300, 80, {
      condition: '{% $exists($trigger.body.name) %}',
    }),
    node('greeting', 'set@1', 'Greet', 600, 0, {
      keep: false,
      fields: [{ name: 'text', value: 'Hello {{ $trigger.body.name }}' }],
    }),
    node('answer', 'respond@1', 'Answer', 900, 0, {
      status: 200,
      body: { text: '{% $greeting.text %}' },
      headers: {},
    }),
    node('refuse', 'respond@1', 'Ask for the name', 600, 160, {
      status: 400,
      body: { error: 'Send your name.' },
      headers: {},
    }),
  ],
  edges: [
    { id: 'e1', source: 'call', port: 'main', target: 'named' },
    { id: 'e2', source: 'named', port: 'true', target: 'greeting' },
    { id: 'e3', source: 'greeting', port: 'main', target: 'answer' },
    { id: 'e4', source: 'named', port: 'false', target: 'refuse' },
  ],
  notes: [
    {
      id: 'n1',
      text: '**A first workflow**\nPress Run and give it `{"body": {"name": "Ada"}}`, or publish it and call its webhook.',
      position: { x: 0, y: -80 },
      size: { width: 280, height: 120 },
    },
  ],
});

/** The sample, if this server has every node type in it. */
export function sampleFor(catalog: Catalog): Graph | undefined {
  return SAMPLE.nodes.every((one) => catalog.has(one.type)) ? SAMPLE : undefined;
}

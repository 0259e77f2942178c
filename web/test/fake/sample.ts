import { graphDocument, type Graph } from '../../src/graph/document';

const schema = {
  type: 'object',
  properties: {
    category: { type: 'string' },
    urgency: { enum: ['low', 'normal', 'high'] },
    summary: { type: 'string' },
  },
  required: ['category', 'urgency', 'summary'],
};

/** A drawing with a bit of everything. */
export const TRIAGE: Graph = graphDocument.parse({
  schemaVersion: 1,
  name: 'Support triage',
  description: 'Sorts tickets and pages someone when it is urgent.',
  settings: { mode: 'auto' },
  nodes: [
    {
      id: 'ticket',
      type: 'webhook@1',
      name: 'Ticket arrives',
      position: { x: 0, y: 100 },
      config: { path: 'support-triage', method: 'POST', respond: 'answer', auth: { kind: 'none' } },
    },
    {
      id: 'classify',
      type: 'chat-model@1',
      name: 'Classify',
      position: { x: 300, y: 100 },
      config: {
        model: 'demo',
        system: 'You triage support tickets.',
        prompt: '{{ $trigger.body.text }}',
        answer: { kind: 'json', schema },
      },
      retry: { attempts: 2, intervalSeconds: 1, backoff: 2 },
    },
    {
      id: 'urgent',
      type: 'if@1',
      name: 'Urgent?',
      position: { x: 600, y: 100 },
      config: { condition: "{% $classify.urgency = 'high' %}" },
    },
    {
      id: 'page',
      type: 'http-request@1',
      name: 'Page someone',
      position: { x: 900, y: 20 },
      config: {
        method: 'POST',
        url: 'https://pager.example/incidents',
        body: { kind: 'json', json: { summary: '{% $classify.summary %}' } },
        auth: { kind: 'none' },
      },
    },
    {
      id: 'queue1',
      type: 'set@1',
      name: 'Queue it',
      position: { x: 900, y: 180 },
      config: { keep: false, fields: [{ name: 'queue', value: 'normal' }] },
    },
    {
      id: 'answer',
      type: 'respond@1',
      name: 'Answer',
      position: { x: 1200, y: 100 },
      config: { status: 200, body: { category: '{% $classify.category %}' }, headers: {} },
    },
  ],
  edges: [
    { id: 'e1', source: 'ticket', port: 'main', target: 'classify' },
    { id: 'e2', source: 'classify', port: 'main', target: 'urgent' },
    { id: 'e3', source: 'urgent', port: 'true', target: 'page' },
    { id: 'e4', source: 'urgent', port: 'false', target: 'queue1' },
    { id: 'e5', source: 'page', port: 'main', target: 'answer' },
    { id: 'e6', source: 'queue1', port: 'main', target: 'answer' },
    { id: 'e7', source: 'page', port: 'failure', target: 'queue1' },
  ],
  notes: [
    {
      id: 'n1',
      text: '**Try it**: press Run. The demo model needs no key.',
      position: { x: 0, y: -80 },
      size: { width: 260, height: 100 },
      color: 'paper',
    },
  ],
});

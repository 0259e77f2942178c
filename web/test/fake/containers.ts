import { graphDocument, type Graph } from '../../src/graph/document';

/** A drawing with containers in one another, someone to ask and another workflow to run. */
export const ORDERS: Graph = graphDocument.parse({
  schemaVersion: 1,
  name: 'Daily orders',
  settings: {},
  nodes: [
    {
      id: 'start',
      type: 'manual@1',
      name: 'Start by hand',
      position: { x: 0, y: 0 },
      config: {
        sample: {
          orders: [
            { id: 'A1', total: 30 },
            { id: 'A2', total: 900 },
            { id: 'A3', total: 12 },
          ],
        },
      },
    },
    {
      id: 'each',
      type: 'for-each@1',
      name: 'Each order',
      position: { x: 300, y: 0 },
      config: { items: '{% $trigger.orders %}', atOnce: 40, onItemError: 'keep' },
    },
    {
      id: 'large',
      type: 'if@1',
      name: 'Large?',
      parent: 'each',
      position: { x: 340, y: 80 },
      config: { condition: '{% $item.total > 500 %}' },
    },
    {
      id: 'ask',
      type: 'approval@1',
      name: 'Ask the owner',
      parent: 'each',
      position: { x: 640, y: 80 },
      config: {
        title: 'Order {{ $item.id }}',
        message: 'It is over 500.',
        details: '{% $item %}',
        approvers: [],
      },
    },
    {
      id: 'poll',
      type: 'loop@1',
      name: 'Until it is packed',
      parent: 'each',
      position: { x: 640, y: 300 },
      config: { until: '{% $loop.last.packed %}', max: 5 },
    },
    {
      id: 'pack',
      type: 'set@1',
      name: 'Pack',
      parent: 'poll',
      position: { x: 680, y: 380 },
      config: { keep: false, fields: [{ name: 'packed', value: '{% $loop.index >= 1 %}' }] },
    },
    {
      id: 'done',
      type: 'set@1',
      name: 'Sum up',
      position: { x: 1_160, y: 0 },
      config: { keep: false, fields: [{ name: 'orders', value: '{% $count($each) %}' }] },
    },
  ],
  edges: [
    { id: 'e1', source: 'start', port: 'main', target: 'each' },
    { id: 'e2', source: 'large', port: 'true', target: 'ask' },
    { id: 'e3', source: 'large', port: 'false', target: 'poll' },
    { id: 'e4', source: 'each', port: 'main', target: 'done' },
  ],
});

import { describe, expect, it } from 'vitest';
import { catalogOf } from '@/catalog/nodeType';
import { moved } from '@/graph/edit';
import { NODE_TYPES } from '../../test/fake/catalog';
import { ORDERS } from '../../test/fake/containers';
import { TRIAGE } from '../../test/fake/sample';
import { canvasEdges, canvasNodes, merged, type CanvasNode } from './model';

const catalog = catalogOf(NODE_TYPES);
const drawing = { catalog, selected: new Set(['page']), editable: true };
const byId = (nodes: CanvasNode[], id: string) => nodes.find((node) => node.id === id)!;

describe('the drawing', () => {
  it('is told in words to those who can’t see it', () => {
    const marks = new Map([['urgent', { errors: 2, warnings: 0 }]]);
    const nodes = canvasNodes(TRIAGE, { ...drawing, marks });
    expect(byId(nodes, 'urgent').ariaLabel).toBe(
      'Urgent?, If, 2 problems, leads on true to Page someone, on false to Queue it',
    );
    expect(byId(nodes, 'n1').ariaLabel).toContain('Note: **Try it**');
    expect(byId(nodes, 'page').selected).toBe(true);
  });

  it('lays a run over: marks on cards, states on threads', () => {
    const overlay = {
      over: true,
      nodes: new Map([['ticket', { status: 'succeeded' as const, attempts: 1 }]]),
      threads: new Map([['e1', { state: 'taken' as const, items: 2 }]]),
    };
    const nodes = canvasNodes(TRIAGE, { ...drawing, overlay });
    expect(byId(nodes, 'ticket').ariaLabel).toContain('succeeded');
    expect(byId(nodes, 'page').data).toMatchObject({ faded: true });
    expect(canvasEdges(TRIAGE, { ...drawing, overlay })[0]?.data?.thread).toEqual({
      state: 'taken',
      items: 2,
    });
  });

  it('keeps what is measured, and what is under the hand where it is', () => {
    const before = canvasNodes(TRIAGE, drawing).map((node) => ({
      ...node,
      measured: { width: 220, height: 64 },
    }));
    const dragged = before.map((node) =>
      node.id === 'page' ? { ...node, dragging: true, position: { x: 1, y: 2 } } : node,
    );
    const wanted = canvasNodes(
      moved(
        TRIAGE,
        new Map([
          ['page', { x: 500, y: 500 }],
          ['ticket', { x: 40, y: 40 }],
        ]),
      ),
      drawing,
    );
    const after = merged(dragged, wanted);
    expect(byId(after, 'page').position).toEqual({ x: 1, y: 2 });
    expect(byId(after, 'ticket').position).toEqual({ x: 40, y: 40 });
    expect(byId(after, 'answer').measured).toEqual({ width: 220, height: 64 });
  });

  it('keeps the data of cards that did not change', () => {
    const before = canvasNodes(TRIAGE, drawing);
    const after = merged(
      before,
      canvasNodes(moved(TRIAGE, new Map([['page', { x: 0, y: 0 }]])), drawing),
    );
    expect(byId(after, 'answer').data).toBe(byId(before, 'answer').data);
  });

  it('lays frames under what they hold, each part from the corner of its frame', () => {
    const nodes = canvasNodes(ORDERS, { ...drawing, over: 'poll' });
    const at = (id: string) => nodes.findIndex((node) => node.id === id);
    expect(at('each')).toBeLessThan(at('poll'));
    expect(at('poll')).toBeLessThan(at('pack'));
    expect(byId(nodes, 'pack')).toMatchObject({
      type: 'card',
      parentId: 'poll',
      position: { x: 40, y: 80 },
    });
    expect(byId(nodes, 'poll')).toMatchObject({
      type: 'frame',
      parentId: 'each',
      data: { steps: 1, over: true },
    });
    expect(byId(nodes, 'pack').ariaLabel).toBe('Pack, Set fields, inside Until it is packed');
    expect(byId(nodes, 'each').ariaLabel).toBe(
      'Each order, For each, leads to Sum up, holds 3 steps',
    );
    const z = (id: string) => byId(nodes, id).zIndex!;
    const threads = new Map(canvasEdges(ORDERS, drawing).map((edge) => [edge.id, edge.zIndex!]));
    expect([z('each'), threads.get('e2'), z('large'), z('poll')]).toEqual([
      ...[z('each'), threads.get('e2')!, z('large')].sort((a, b) => a - b),
      z('poll'),
    ]);
    expect(threads.get('e2')).toBeGreaterThan(z('each'));
  });

  it('counts the times of steps inside', () => {
    const mark = { status: 'failed' as const, attempts: 1, iterations: { count: 12, failed: 2 } };
    const overlay = { over: true, nodes: new Map([['pack', mark]]), threads: new Map() };
    expect(byId(canvasNodes(ORDERS, { ...drawing, overlay }), 'pack').ariaLabel).toContain(
      'failed, 12 times, 2 failed',
    );
  });
});

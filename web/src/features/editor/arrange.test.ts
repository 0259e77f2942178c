// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { boxes } from '@/graph/boxes';
import { nodeById } from '@/graph/document';
import { ORDERS } from '../../../test/fake/containers';
import { CATALOG, openedDraft } from '../../../test/render';
import { actionsOn } from './actions';

const type = (id: string) => CATALOG.get(id)!;

describe('containers in the editor', () => {
  let store: ReturnType<typeof openedDraft>;
  let actions: ReturnType<typeof actionsOn>;
  beforeEach(() => {
    store = openedDraft(ORDERS);
    actions = actionsOn(store, CATALOG);
  });
  const node = (id: string) => nodeById(actions.graph(), id);
  const box = (id: string) => boxes(actions.graph(), CATALOG).get(id)!;
  const drag = (id: string, x: number, y: number) => actions.move(new Map([[id, { x, y }]]));

  it('take a step that is dropped on them, and give it back, each one step of undo', () => {
    expect(drag('done', 700, 420)).toBe(true);
    expect(node('done')?.parent).toBe('poll');
    expect(actions.graph().edges.map((edge) => edge.id)).not.toContain('e4');
    expect(store.undo()).toBe('Put into Until it is packed');
    expect(actions.graph()).toEqual(ORDERS);
    drag('ask', 2_000, 0);
    expect(node('ask')).not.toHaveProperty('parent');
    expect(store.undo()).toBe('Take out');
  });

  it('keep out what can’t be inside, and nothing moves', () => {
    expect(drag('start', 700, 420)).toBe(false);
    expect(actions.graph()).toEqual(ORDERS);
  });

  it('move with all inside, and stay around what is moved in them', () => {
    drag('each', 300, 400);
    expect(node('pack')?.position).toEqual({ x: 680, y: 780 });
    store.select(['pack']);
    actions.nudge('down', 5);
    expect(node('pack')?.parent).toBe('poll');
    expect([box('poll').y, node('poll')?.position.y]).toEqual([800, 800]);
  });

  it('are put into and taken out of by command', () => {
    store.select(['done']);
    expect(actions.homes()).toEqual(['each', 'poll']);
    actions.putInto('poll');
    expect(node('done')).toMatchObject({ parent: 'poll', position: { x: 680, y: 500 } });
    expect(actions.canTakeOut()).toBe(true);
    actions.takeOut();
    expect(node('done')?.parent).toBe('each');
    actions.takeOut();
    expect(node('done')).not.toHaveProperty('parent');
    expect(actions.canTakeOut()).toBe(false);
    store.select(['start']);
    expect(actions.homes()).toEqual([]);
  });

  it('go with everything inside, and come back by one undo', () => {
    store.select(['each', 'pack']);
    actions.remove(['each']);
    expect(actions.graph().nodes.map((one) => one.id)).toEqual(['start', 'done']);
    expect([...store.getState().selected]).toEqual([]);
    store.undo();
    expect(actions.graph()).toEqual(ORDERS);
  });

  it('get new steps: dropped on them, asked for, or first when they are empty', () => {
    const dropped = actions.drop(type('set@1'), { x: 700, y: 420 })!;
    expect(node(dropped)?.parent).toBe('poll');
    const asked = actions.addAt(type('wait@1'), { inside: 'each' })!;
    expect(node(asked)?.parent).toBe('each');
    expect(actions.drop(type('webhook@1'), { x: 700, y: 420 })).toBeUndefined();
    const empty = actions.addAt(type('for-each@1'), { node: 'done', port: 'main' })!;
    const first = actions.add(type('set@1'), { x: 0, y: 0 })!;
    expect(node(first)?.parent).toBe(empty);
    const next = actions.add(type('set@1'), { x: 0, y: 0 })!;
    expect(node(next)?.parent).toBe(empty);
    expect(actions.graph().edges).toContainEqual(
      expect.objectContaining({ source: first, target: next }),
    );
  });

  it('get pastes when they are chosen; a copy of one lands beside it', () => {
    store.select(['done']);
    const text = actions.copy();
    store.select(['poll']);
    actions.paste(text, { x: 0, y: 0 });
    expect(node('done1')?.parent).toBe('poll');
    store.select(['poll']);
    actions.duplicate();
    expect(node('poll1')?.parent).toBe('each');
    expect(node('pack1')?.parent).toBe('poll1');
    expect(store.undo()).toBe('Paste 3 parts');
  });

  it('push the next steps on when they grow', () => {
    const before = box('done').x;
    actions.addAt(type('set@1'), { node: 'ask', port: 'approved' });
    expect(box('done').x).toBeGreaterThan(before);
    expect(box('done').x).toBeGreaterThanOrEqual(box('each').x + box('each').width);
  });

  it('refuse threads through their wall', () => {
    expect(actions.fault({ source: 'start', port: 'main', target: 'pack' })).toMatch(
      /threads don’t cross its wall/,
    );
    actions.connect({ source: 'start', port: 'main', target: 'pack' });
    expect(actions.graph()).toEqual(ORDERS);
  });
});

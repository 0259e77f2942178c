// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { catalogOf } from '@/catalog/nodeType';
import { nodeById } from '@/graph/document';
import { NODE_TYPES } from '../../../test/fake/catalog';
import { TRIAGE } from '../../../test/fake/sample';
import { openedDraft } from '../../../test/render';
import { actionsOn } from './actions';
import { keyOf } from './commands';
import { faultsByField, fieldPath } from './panel/faults';

const catalog = catalogOf(NODE_TYPES);
const type = (id: string) => catalog.get(id)!;

function open() {
  const store = openedDraft(TRIAGE);
  return { store, actions: actionsOn(store, catalog) };
}

const threads = (actions: ReturnType<typeof open>['actions']) =>
  actions.graph().edges.map((edge) => `${edge.source}.${edge.port}→${edge.target}`);

describe('adding', () => {
  it('hangs a step on the chosen one when it has room, chooses it, and is one step of undo', () => {
    const { store, actions } = open();
    store.select(['queue1']);
    actions.remove(['answer']);
    store.select(['queue1']);
    const id = actions.add(type('wait@1'), { x: 0, y: 0 });
    expect([id, [...store.getState().selected]]).toEqual(['wait1', ['wait1']]);
    expect(threads(actions)).toContain('queue1.main→wait1');
    expect(store.undo()).toBe('Add Wait');
    expect(nodeById(actions.graph(), 'wait1')).toBeUndefined();
    expect(threads(actions)).not.toContain('queue1.main→wait1');
  });

  it('puts a step into a thread', () => {
    const { actions } = open();
    actions.addAt(type('set@1'), { edge: 'e2' });
    expect(threads(actions)).toEqual(
      expect.arrayContaining(['classify.main→set1', 'set1.main→urgent']),
    );
    expect(threads(actions)).not.toContain('classify.main→urgent');
  });

  it('leaves the thread open after a step that ends its path', () => {
    const { actions } = open();
    actions.addAt(type('stop@1'), { edge: 'e2' });
    expect(threads(actions)).toContain('classify.main→stop1');
    expect(threads(actions)).not.toContain('stop1.main→urgent');
  });

  it('never hangs a trigger on anything', () => {
    const { actions } = open();
    actions.addAt(type('manual@1'), { node: 'classify', port: 'main' });
    expect(threads(actions).some((thread) => thread.endsWith('→manual1'))).toBe(false);
  });
});

describe('changing', () => {
  it('keeps the edge of a case that is called otherwise', () => {
    const { actions } = open();
    const id = actions.addAt(type('switch@1'), { edge: 'e5' })!;
    actions.config(id, ['cases'], [{ name: 'big', condition: 'true' }]);
    actions.connect({ source: id, port: 'big', target: 'queue1' });
    actions.config(id, ['cases', 0, 'name'], 'huge');
    expect(threads(actions)).toContain(`${id}.huge→queue1`);
  });

  it('renames, and expressions follow', () => {
    const { store, actions } = open();
    actions.rename('classify', 'triage');
    expect(nodeById(actions.graph(), 'urgent')?.config.condition).toBe(
      "{% $triage.urgency = 'high' %}",
    );
    expect([...store.getState().selected]).toEqual(['triage']);
  });

  it('passes a step without a main port by its first', () => {
    const { store, actions } = open();
    store.select(['urgent', 'queue1']);
    actions.toggle();
    expect([
      nodeById(actions.graph(), 'urgent')?.disabled,
      nodeById(actions.graph(), 'queue1')?.disabled,
    ]).toEqual(['true', true]);
    actions.toggle();
    expect(nodeById(actions.graph(), 'urgent')).not.toHaveProperty('disabled');
  });

  it('counts quick nudges and keystrokes as one step', () => {
    const { store, actions } = open();
    store.select(['ticket']);
    actions.nudge('right', 1);
    actions.nudge('right', 5);
    expect(nodeById(actions.graph(), 'ticket')?.position.x).toBe(120);
    store.undo();
    expect(nodeById(actions.graph(), 'ticket')?.position.x).toBe(0);
  });

  it('duplicates with the threads in between', () => {
    const { store, actions } = open();
    store.select(['classify', 'urgent']);
    actions.duplicate();
    expect([...store.getState().selected]).toEqual(['classify1', 'urgent1']);
    expect(threads(actions)).toContain('classify1.main→urgent1');
  });

  it('tidies up', async () => {
    const { actions } = open();
    actions.move(new Map([['answer', { x: -900, y: 900 }]]));
    await actions.tidy();
    expect(nodeById(actions.graph(), 'answer')!.position.x).toBeGreaterThan(
      nodeById(actions.graph(), 'urgent')!.position.x,
    );
  });
});

describe('keys', () => {
  const key = (given: Partial<KeyboardEvent>) =>
    keyOf({ key: 'a', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...given });
  it.each([
    [{ key: 'z', ctrlKey: true, shiftKey: true }, 'Mod+Shift+Z'],
    [{ key: '?', shiftKey: true }, '?'],
    [{ key: 'Delete' }, 'Delete'],
    [{ key: 'Enter', ctrlKey: true }, 'Mod+Enter'],
  ])('%o is %s', (given, name) => expect(key(given)).toBe(name));
});

describe('faults', () => {
  it('are found whatever way a field is written', () => {
    expect(
      ['cases[1].condition', '/config/cases/1/condition', 'config.cases.1.condition'].map(
        fieldPath,
      ),
    ).toEqual(Array(3).fill('cases[1].condition'));
  });

  it('come from the server and the form; what is only missing is the server’s to say', () => {
    const issue = {
      severity: 'ERROR' as const,
      rule: 'r',
      node: 'n',
      edge: undefined,
      field: 'url',
      column: undefined,
      message: 'It is missing.',
      hint: undefined,
    };
    const faults = [
      { path: ['method'], message: 'Choose one of the list.' },
      { path: ['path'], message: 'Path is needed.' },
    ];
    expect([...faultsByField([issue, { ...issue, node: 'other' }], 'n', faults)]).toEqual([
      ['method', 'Choose one of the list.'],
      ['url', 'It is missing.'],
    ]);
  });
});

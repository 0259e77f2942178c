import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readProblem, Unreachable } from '@/api/problem';
import type { Workflow } from '@/api/schemas';
import { emptyGraph, type Graph } from '@/graph/document';
import { workflowOf } from '../../test/answers';
import { QUIET, RETRY } from './autosave';
import { Keeper, type Shelf } from './keeper';
import { openDraft } from './store';

class MemoryShelf implements Shelf {
  readonly texts = new Map<string, string>();
  getItem = (key: string) => this.texts.get(key) ?? null;
  setItem = (key: string, text: string) => void this.texts.set(key, text);
  removeItem = (key: string) => void this.texts.delete(key);
}

/** One workflow on a server that can be away, or lose its answers. */
class FakeServer {
  workflow: Workflow = workflowOf();
  away = false;
  mute = false;
  saves = 0;

  save = async (graph: Graph, revision: number): Promise<Workflow> => {
    await Promise.resolve();
    if (this.away) throw new Unreachable();
    if (revision !== this.workflow.revision) throw readProblem(412, {}, null);
    this.saves++;
    this.workflow = { ...this.workflow, graph, revision: revision + 1 };
    if (this.mute) throw new Unreachable();
    return this.workflow;
  };

  load = () => Promise.resolve(this.workflow);
}

describe('the draft', () => {
  let server: FakeServer;
  let shelf: MemoryShelf;

  beforeEach(() => {
    vi.useFakeTimers();
    server = new FakeServer();
    shelf = new MemoryShelf();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const outside = (user: string) => ({
    save: server.save,
    load: server.load,
    keeper: new Keeper('wf_1', user, shelf),
    now: Date.now,
  });
  const open = () => {
    const draft = openDraft(server.workflow, outside('usr_1'));
    draft.resume();
    return draft;
  };
  const rename = (draft: ReturnType<typeof open>, name: string) =>
    draft.change({ label: 'Rename' }, (graph) => ({ ...graph, name }));
  const quiet = () => vi.advanceTimersByTimeAsync(QUIET);

  it('is saved once after a burst of changes, and no longer kept then', async () => {
    const draft = open();
    rename(draft, 'B');
    rename(draft, 'C');
    expect(draft.getState().save.kind).toBe('saving');
    expect(shelf.texts.size).toBe(1);
    await quiet();
    expect(server.workflow.graph.name).toBe('C');
    expect([server.saves, draft.getState().save.kind, shelf.texts.size]).toEqual([1, 'saved', 0]);
  });

  it('is saved when undone, too', async () => {
    const draft = open();
    rename(draft, 'B');
    await quiet();
    expect(draft.undo()).toBe('Rename');
    await quiet();
    expect(server.workflow.graph.name).toBe('A');
    expect(draft.redo()).toBe('Rename');
    expect(draft.redo()).toBeUndefined();
  });

  it('stays here while the server is away, and is sent when it is back', async () => {
    const draft = open();
    server.away = true;
    rename(draft, 'B');
    await quiet();
    expect(draft.getState().save.kind).toBe('offline');
    await expect(draft.autosave.flush()).rejects.toThrow(/can’t be reached/);
    server.away = false;
    await vi.advanceTimersByTimeAsync(RETRY);
    expect([server.workflow.graph.name, draft.getState().save.kind]).toEqual(['B', 'saved']);
  });

  it('survives a reload', async () => {
    rename(open(), 'B');
    const again = open();
    expect(again.getState().history.now.value.name).toBe('B');
    await quiet();
    expect(server.workflow.graph.name).toBe('B');
  });

  it('asks when someone else has saved, and does what one decides', async () => {
    const draft = open();
    server.workflow = { ...server.workflow, revision: 7, graph: emptyGraph('Theirs') };
    rename(draft, 'Mine');
    await quiet();
    expect(draft.getState().save.kind).toBe('conflict');
    rename(draft, 'Mine too');
    await quiet();
    expect(server.saves).toBe(0);
    await draft.autosave.overwrite();
    expect([server.workflow.graph.name, draft.getState().save.kind]).toEqual(['Mine too', 'saved']);
  });

  it('takes the server’s draft when one decides so, as a step that can be undone', () => {
    const draft = open();
    rename(draft, 'Mine');
    draft.adopt({ ...server.workflow, revision: 7, graph: emptyGraph('Theirs') });
    expect(draft.getState().history.now.value.name).toBe('Theirs');
    draft.undo();
    expect(draft.getState().history.now.value.name).toBe('Mine');
  });

  it('asks after a reload when the kept draft is of an older revision', () => {
    rename(open(), 'B');
    server.workflow = { ...server.workflow, revision: 7, graph: emptyGraph('Theirs') };
    expect(open().getState().save.kind).toBe('conflict');
  });

  it('knows its own save again when the answer was lost', async () => {
    const draft = open();
    server.mute = true;
    rename(draft, 'B');
    await quiet();
    expect(draft.getState().save.kind).toBe('offline');
    server.mute = false;
    rename(draft, 'C');
    await vi.advanceTimersByTimeAsync(RETRY);
    expect([server.workflow.graph.name, draft.getState().save.kind]).toEqual(['C', 'saved']);
  });

  it('says why a draft was refused', async () => {
    const draft = open();
    server.save = () =>
      Promise.reject(
        readProblem(413, { title: 'Too large', detail: 'The graph is over 300 KB.' }, null),
      );
    const other = openDraft(server.workflow, outside('usr_2'));
    rename(other, 'B');
    await quiet();
    expect(other.getState().save).toEqual({
      kind: 'refused',
      message: 'The graph is over 300 KB.',
    });
    expect(draft.getState().save.kind).toBe('saved');
  });
});

// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { useGraph } from '@/draft/context';
import { nodeById, type Graph } from '@/graph/document';
import { scopeOf } from '@/run/scope';
import { ORDERS } from '../../../../test/fake/containers';
import { nodeTestOf, runOf } from '../../../../test/answers';
import { CATALOG, show, withDraft, workflowOf } from '../../../../test/render';
import { actionsOn } from '../actions';
import { EditorContext } from '../editorContext';
import { useDraftStore } from '@/draft/context';
import { OutputPane } from './OutputPane';
import type { PanelData } from './usePanelData';

const run = runOf({ graph: ORDERS, input: { orders: [{ id: 'A1' }] } });

function Pane({ id }: { id: string }) {
  const store = useDraftStore();
  const graph = useGraph();
  const node = nodeById(graph, id)!;
  const nothing = () => undefined;
  const editor = {
    actions: actionsOn(store, CATALOG),
    floating: undefined,
    float: nothing,
    writing: undefined,
    write: nothing,
    centre: () => ({ x: 0, y: 0 }),
    focusNode: nothing,
  };
  const item = { name: 'item', title: 'The item', value: { id: 'A1' }, real: true };
  const happened = {
    input: run.input,
    nodes: [{ node: 'start', status: 'succeeded', output: run.input }],
  };
  const data: PanelData = {
    sources: [item, ...scopeOf(graph, CATALOG, id, happened)],
    ran: undefined,
    from: { kind: 'last run', run },
  };
  return (
    <EditorContext value={editor}>
      <OutputPane node={node} data={data} />
    </EditorContext>
  );
}

const saveWorkflow = (_: string, graph: Graph) =>
  Promise.resolve(workflowOf(graph, { revision: 2 }));

describe('testing a step', () => {
  it('is done with what is known, and what it gave can be pinned', async () => {
    const testNode = vi.fn(() =>
      Promise.resolve(nodeTestOf({ port: 'false', output: { id: 'A1' } })),
    );
    const { user } = show(withDraft(ORDERS, <Pane id="large" />), {
      api: { testNode, saveWorkflow },
    });
    await user.click(screen.getByRole('button', { name: 'Test this step' }));
    expect(await screen.findByText('left by false')).toBeVisible();
    expect(testNode).toHaveBeenCalledWith('wf_1', 'large', {
      item: { id: 'A1' },
      outputs: { start: { orders: [{ id: 'A1' }] } },
    });
    await user.click(screen.getByRole('button', { name: 'Pin this output' }));
    const pinned = within(screen.getByRole('region', { name: 'Pinned output' }));
    expect(pinned.getByText('by false')).toBeVisible();
    await user.click(pinned.getByRole('button', { name: 'Unpin' }));
    expect(screen.queryByRole('region', { name: 'Pinned output' })).toBeNull();
  });

  it('is done with typed data, and says why it failed', async () => {
    const testNode = vi.fn(() =>
      Promise.resolve(
        nodeTestOf({ status: 'failed', error: 'Http.503', cause: 'It answered 503.' }),
      ),
    );
    const { user } = show(withDraft(ORDERS, <Pane id="large" />), {
      api: { testNode, saveWorkflow },
    });
    await user.click(screen.getByRole('radio', { name: 'typed data' }));
    const field = screen.getByRole('textbox', { name: 'Data of the test' });
    await user.clear(field);
    await user.click(field);
    await user.paste('{"item": {"total": 900}}');
    await user.click(screen.getByRole('button', { name: 'Test this step' }));
    await waitFor(() =>
      expect(testNode).toHaveBeenCalledWith('wf_1', 'large', { item: { total: 900 } }),
    );
    expect(await screen.findByText('It answered 503.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Pin this output' })).toBeNull();
  });

  it('is not for what starts a run or holds steps', () => {
    show(withDraft(ORDERS, <Pane id="each" />), {});
    expect(screen.queryByRole('button', { name: 'Test this step' })).toBeNull();
  });

  it('leaves what is pinned to be read by the next steps', () => {
    const graph = {
      ...ORDERS,
      nodes: ORDERS.nodes.map((node) =>
        node.id === 'each' ? { ...node, pinned: { output: [1, 2], port: 'main' } } : node,
      ),
    };
    expect(scopeOf(graph, CATALOG, 'done', undefined)[0]).toMatchObject({
      name: 'each',
      value: [1, 2],
      real: true,
    });
  });
});

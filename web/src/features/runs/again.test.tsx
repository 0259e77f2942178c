// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { readProblem } from '@/api/problem';
import type { Run } from '@/api/schemas';
import { nodeById } from '@/graph/document';
import { IterationBar } from '@/runview/IterationBar';
import { NodeData } from '@/runview/NodeData';
import { approvalOf, nodeRunOf, runOf, runSummaryOf } from '../../../test/answers';
import { ORDERS } from '../../../test/fake/containers';
import { show } from '../../../test/render';
import { Redrive, RunFromHere } from './Again';

const run = (more: Parameters<typeof runOf>[0] = {}): Run =>
  runOf({
    version: 2,
    status: 'failed',
    startedAt: new Date().toISOString(),
    graph: ORDERS,
    nodes: [
      nodeRunOf('start'),
      nodeRunOf('each'),
      nodeRunOf('large', { path: 'each[2]', iterations: { count: 3, failed: 0 } }),
      nodeRunOf('pack', { path: 'each[2].poll[1]', iterations: { count: 5, failed: 1 } }),
    ],
    ...more,
  });

describe('iterations', () => {
  function Bar({ node }: { node: string }) {
    const [path, setPath] = useState('');
    return (
      <>
        <IterationBar run={run()} node={node} path={path} onPath={setPath} />
        <output data-testid="path">{path}</output>
      </>
    );
  }
  const runNodes = vi.fn((_: string, path: string) =>
    Promise.resolve({
      items: path.includes('poll')
        ? [nodeRunOf('pack', { path })]
        : [
            nodeRunOf('large', { path }),
            nodeRunOf('pack', { path: `${path}.poll[0]`, iterations: { count: 2, failed: 0 } }),
          ],
    }),
  );

  it('are gone through one by one, and to one by its number', async () => {
    const { user } = show(<Bar node="large" />, { api: { runNodes } });
    expect(screen.getByLabelText('Which time through Each order, of 3')).toHaveValue('3');
    expect(screen.getByRole('button', { name: 'The next time in Each order' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'The time before in Each order' }));
    expect(screen.getByTestId('path')).toHaveTextContent('each[1]');
    await user.clear(screen.getByLabelText('Which time through Each order, of 3'));
    await user.type(screen.getByLabelText('Which time through Each order, of 3'), '1');
    expect(screen.getByTestId('path')).toHaveTextContent('each[0]');
    await user.click(screen.getByRole('button', { name: 'Back to the run as a whole' }));
    expect(screen.getByTestId('path')).toBeEmptyDOMElement();
  });

  it('of inner containers are counted within the outer one’s', async () => {
    const { user } = show(<Bar node="pack" />, { api: { runNodes } });
    expect(await screen.findByLabelText('Which time through Until it is packed, of 2')).toHaveValue(
      '2',
    );
    await user.click(screen.getByRole('button', { name: 'The time before in Each order' }));
    expect(await screen.findByLabelText('Which time through Until it is packed, of 2')).toHaveValue(
      '1',
    );
    await user.click(screen.getByRole('button', { name: 'The next time in Until it is packed' }));
    expect(screen.getByTestId('path')).toHaveTextContent('each[1].poll[1]');
  });

  it('are nothing to steps outside', () => {
    show(<Bar node="done" />, {});
    expect(screen.queryByRole('region', { name: 'Iteration' })).toBeNull();
  });
});

describe('a step of a run', () => {
  it('that waits for someone leads to the question', async () => {
    const asked = approvalOf({ path: 'each[1]' });
    const other = { ...asked, id: 'apr_2', path: 'each[0]' };
    const approvals = () => Promise.resolve({ items: [other, asked], nextCursor: undefined });
    show(
      <NodeData
        run={run({ status: 'running' })}
        node={nodeRunOf('ask', { status: 'running', path: 'each[1]' })}
      />,
      { api: { approvals } },
    );
    expect(screen.getByText('Waiting')).toBeVisible();
    expect(await screen.findByRole('link', { name: 'Decide' })).toHaveAttribute(
      'href',
      '/approvals/apr_1',
    );
  });

  it('that runs another workflow leads to the runs it started', async () => {
    const graph = {
      ...ORDERS,
      nodes: [
        {
          id: 'call',
          type: 'run-workflow@1',
          name: 'Call',
          position: { x: 0, y: 0 },
          config: { workflow: 'wf_2' },
        },
      ],
    };
    const id = 'run_abcdefghijklmnopqrstuvwxyz0123456789';
    const child = (childId: string) =>
      runSummaryOf({
        id: childId,
        workflow: 'wf_2',
        workflowName: 'Child',
        version: 1,
        startedAt: new Date().toISOString(),
      });
    const runs = () =>
      Promise.resolve({
        items: [child(`${id.slice(0, 36)}-0a1b`), child('run_other')],
        nextCursor: undefined,
      });
    show(<NodeData run={run({ id, graph })} node={nodeRunOf('call')} />, { api: { runs } });
    const links = await within(
      await screen.findByRole('region', { name: 'Runs it started' }),
    ).findAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      `/runs/${id.slice(0, 36)}-0a1b`,
    ]);
  });
});

describe('running again', () => {
  it('from the failure, once it is said what that does', async () => {
    const redriveRun = vi
      .fn()
      .mockRejectedValueOnce(
        readProblem(409, { title: 'Too late', detail: 'It failed more than 14 days ago.' }, null),
      )
      .mockResolvedValue({});
    const { user } = show(<Redrive run={run()} />, { api: { redriveRun } });
    await user.click(screen.getByRole('button', { name: 'Redrive from the failure' }));
    expect(screen.getByRole('dialog')).toHaveTextContent(
      'What has succeeded stays and isn’t done again.',
    );
    expect(redriveRun).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Redrive' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('more than 14 days ago');
    await user.click(screen.getByRole('button', { name: 'Redrive' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(redriveRun).toHaveBeenLastCalledWith('run_1');
  });

  it('is named by how it ended, and is not for a run that succeeded', () => {
    const { unmount } = show(<Redrive run={run({ status: 'stopped' })} />, {});
    expect(screen.getByRole('button', { name: 'Redrive from where it was stopped' })).toBeVisible();
    unmount();
    show(<Redrive run={run({ status: 'succeeded' })} />, {});
    expect(screen.queryByRole('button', { name: /Redrive/ })).toBeNull();
  });

  it('from a step: inside a container that is the container', async () => {
    const forkRun = vi.fn(() =>
      Promise.resolve(runSummaryOf({ id: 'run_2', version: 2, status: 'running' })),
    );
    const { user } = show(<RunFromHere run={run()} node={nodeById(ORDERS, 'pack')!} />, {
      api: { forkRun },
    });
    await user.click(screen.getByRole('button', { name: 'Run again from here' }));
    expect(screen.getByRole('dialog')).toHaveTextContent(
      'A new run begins at “Each order”, which is begun again as a whole.',
    );
    await user.click(screen.getByRole('button', { name: 'Run from here' }));
    await waitFor(() => expect(forkRun).toHaveBeenCalledWith('run_1', 'each'));
  });
});

// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { type LiveMessage, type RunSummary } from '@/api/schemas';
import type { Services } from '@/data/services';
import { runSummaryOf } from '../../../test/answers';
import { show } from '../../../test/render';
import { RunList } from './RunList';

const run = (id: string, more: Partial<RunSummary> = {}): RunSummary => ({
  ...runSummaryOf({
    id,
    workflowName: 'Orders',
    version: 2,
    status: 'running',
    startedAt: new Date().toISOString(),
  }),
  ...more,
});
const page = (...items: RunSummary[]) => Promise.resolve({ items, nextCursor: undefined });

describe('the list of runs', () => {
  it('never shows loading as none', async () => {
    let answer: (value: Awaited<ReturnType<typeof page>>) => void = () => undefined;
    const runs = () =>
      new Promise<Awaited<ReturnType<typeof page>>>((resolve) => (answer = resolve));
    show(<RunList />, { api: { runs } });
    expect(screen.getByRole('status', { name: 'Loading runs' })).toBeVisible();
    expect(screen.queryByText('Nothing has run yet')).toBeNull();
    await waitFor(() => expect(answer).not.toBeUndefined());
    act(() => answer({ items: [], nextCursor: undefined }));
    expect(await screen.findByText('Nothing has run yet')).toBeVisible();
  });

  it('filters by state, and says so when none is in it', async () => {
    const runs = vi.fn(({ status }: { status?: string }) =>
      status
        ? page()
        : page(run('run_1', { status: 'failed', error: 'Http.503', cause: 'It answered 503.' })),
    );
    const { user } = show(<RunList workflow="wf_1" />, { api: { runs } });
    expect(await screen.findByText('It answered 503.')).toBeVisible();
    expect(screen.getByText('Version 2')).toBeVisible();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'stopped');
    expect(await screen.findByText('No run is “stopped”')).toBeVisible();
    expect(runs).toHaveBeenLastCalledWith({
      workflow: 'wf_1',
      status: 'stopped',
      cursor: undefined,
    });
  });

  it('follows a run that is in it, and loads again for one that is not', async () => {
    let tell: (message: LiveMessage) => void = () => undefined;
    const live = {
      connected: () => true,
      watch: () => () => undefined,
      subscribe: (_: string, listener: typeof tell) => {
        tell = listener;
        return () => undefined;
      },
    } as unknown as Services['live'];
    const runs = vi.fn(() => page(run('run_1')));
    show(<RunList />, { api: { runs }, services: { live } });
    expect(await screen.findByText('Running')).toBeVisible();
    const before = runs.mock.calls.length;
    act(() => tell({ topic: 'runs', run: run('run_1', { status: 'stopped' }), nodes: [] }));
    expect(await screen.findByText('Stopped')).toBeVisible();
    act(() => tell({ topic: 'runs', run: run('run_2'), nodes: [] }));
    await waitFor(() => expect(runs.mock.calls.length).toBeGreaterThan(before + 1));
  });
});

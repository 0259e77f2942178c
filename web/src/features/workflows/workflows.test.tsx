// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Unreachable } from '@/api/problem';
import type { WorkflowSummary } from '@/api/schemas';
import { show } from '../../../test/render';
import { WorkflowsPage } from './WorkflowsPage';

const summary = (name: string): WorkflowSummary => ({
  id: `wf_${name}`,
  name,
  description: undefined,
  revision: 1,
  publishedVersion: name === 'Orders' ? 3 : undefined,
  createdAt: '2026-11-20T09:00:00Z',
  updatedAt: new Date().toISOString(),
  triggers: ['webhook@1'],
});

describe('the workflows', () => {
  it('are shown page by page, searched, and deleted once confirmed', async () => {
    const first = { items: [summary('Orders'), summary('Refunds')], nextCursor: 'c' };
    const workflows = vi.fn((cursor?: string) =>
      Promise.resolve(cursor ? { items: [summary('Letters')], nextCursor: undefined } : first),
    );
    const deleteWorkflow = vi.fn(() => Promise.resolve());
    const { user } = show(<WorkflowsPage />, { api: { workflows, deleteWorkflow } });
    expect(await screen.findByText('Published v3')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('Letters')).toBeVisible();
    await user.type(screen.getByRole('searchbox'), 'ref');
    const list = within(screen.getByRole('list', { name: 'Workflows' }));
    expect(list.getAllByRole('link').map((link) => link.textContent)).toEqual(['Refunds']);
    await user.click(screen.getByRole('button', { name: 'More for Refunds' }));
    await user.click(screen.getByRole('menuitem', { name: 'Delete…' }));
    expect(deleteWorkflow).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Delete workflow' }));
    await waitFor(() => expect(deleteWorkflow).toHaveBeenCalledWith('wf_Refunds'));
  });

  it('offer the next step when there are none, from what this server knows', async () => {
    const createWorkflow = vi.fn(() => new Promise<never>(() => undefined));
    const { user } = show(<WorkflowsPage />, {
      api: {
        workflows: () => Promise.resolve({ items: [], nextCursor: undefined }),
        createWorkflow,
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Start from the sample' }));
    expect(createWorkflow).toHaveBeenCalledWith(expect.objectContaining({ name: 'Say hello' }));
  });

  it('say why they can’t be loaded, and load again', async () => {
    const workflows = vi
      .fn()
      .mockRejectedValueOnce(new Unreachable())
      .mockResolvedValue({ items: [summary('Orders')] });
    const { user } = show(<WorkflowsPage />, { api: { workflows } });
    expect(screen.getByRole('status', { name: 'Loading workflows' })).toBeVisible();
    expect(await screen.findByRole('alert')).toHaveTextContent('can’t be reached');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Orders')).toBeVisible();
  });
});

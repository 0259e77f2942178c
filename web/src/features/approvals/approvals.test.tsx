// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import { readProblem } from '@/api/problem';
import type { Approval } from '@/api/schemas';
import { approvalOf } from '../../../test/answers';
import { show } from '../../../test/render';
import { ApprovalPage } from './ApprovalPage';
import { ApprovalsPage } from './ApprovalsPage';

const asked = (more: Parameters<typeof approvalOf>[0] = {}): Approval =>
  approvalOf({
    workflow: { id: 'wf_1', name: 'Refunds' },
    node: { id: 'ask', name: 'Ask the owner' },
    path: 'each[2]',
    title: 'Refund 900 €?',
    message: 'The parcel came back.',
    details: { order: 'A2' },
    askedAt: new Date().toISOString(),
    ...more,
  });

const pages = (
  <Routes>
    <Route path="/approvals" element={<ApprovalsPage />} />
    <Route path="/approvals/:approval" element={<ApprovalPage />} />
  </Routes>
);

describe('the inbox', () => {
  it('lists what waits, then what is decided; an empty one says what to do next', async () => {
    const approvals = vi.fn((which: string) =>
      Promise.resolve({
        items:
          which === 'waiting'
            ? []
            : [
                asked({
                  status: 'approved',
                  decidedBy: { id: 'usr_2', name: 'Bea' },
                  decidedAt: new Date().toISOString(),
                }),
              ],
        nextCursor: undefined,
      }),
    );
    const { user } = show(pages, { api: { approvals }, path: '/approvals' });
    expect(await screen.findByText('Nothing waits for you')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Go to your workflows' })).toHaveAttribute(
      'href',
      '/workflows',
    );
    await user.click(screen.getByRole('radio', { name: 'Decided' }));
    expect(await screen.findByText('Approved by Bea')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Refund 900 €?' })).toHaveAttribute(
      'href',
      '/approvals/apr_1',
    );
  });
});

describe('an approval', () => {
  it('is decided by keyboard, with a comment', async () => {
    let now = asked();
    const decide = vi.fn((_: string, decision: string, comment: string) => {
      now = asked({
        status: decision === 'approve' ? 'approved' : 'rejected',
        comment,
        decidedBy: { id: 'usr_1', name: 'Ada' },
        decidedAt: new Date().toISOString(),
      });
      return Promise.resolve(now);
    });
    const { user } = show(pages, {
      api: { approval: () => Promise.resolve(now), decide },
      path: '/approvals/apr_1',
    });
    expect(await screen.findByText('The parcel came back.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'a run of Refunds' })).toHaveAttribute(
      'href',
      '/runs/run_1',
    );
    screen.getByRole('textbox', { name: 'Comment' }).focus();
    await user.keyboard(' Fine by me. {Tab}{Enter}');
    await waitFor(() => expect(decide).toHaveBeenCalledWith('apr_1', 'approve', 'Fine by me.'));
    expect(await screen.findAllByText('Approved by Ada')).not.toEqual([]);
    expect(screen.getByText('“Fine by me.”')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Reject' })).toBeNull();
    expect(screen.getByText('Approved. The run goes on.')).toBeVisible();
  });

  it('that someone else decided meanwhile says so, and shows what they decided', async () => {
    let now = asked();
    const decide = () => {
      now = asked({
        status: 'rejected',
        decidedBy: { id: 'usr_2', name: 'Bea' },
        decidedAt: new Date().toISOString(),
      });
      return Promise.reject(
        readProblem(409, { title: 'Conflict', detail: 'Bea already rejected it.' }, null),
      );
    };
    const { user } = show(pages, {
      api: { approval: () => Promise.resolve(now), decide },
      path: '/approvals/apr_1',
    });
    await user.click(await screen.findByRole('button', { name: 'Approve' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Bea already rejected it. Your decision was not taken.',
    );
    expect(await screen.findAllByText('Rejected by Bea')).not.toEqual([]);
    expect(screen.getByRole('alert')).toBeVisible();
  });

  it('of others can be read, not decided', async () => {
    show(pages, {
      api: {
        approval: () =>
          Promise.resolve(asked({ mine: false, approvers: ['bea@example.com', 'cy@example.com'] })),
      },
      path: '/approvals/apr_1',
    });
    expect(
      await screen.findByText('Only bea@example.com and cy@example.com can decide this.'),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  it('that isn’t there says so', async () => {
    show(pages, {
      api: { approval: () => Promise.reject(readProblem(404, {}, null)) },
      path: '/approvals/apr_9',
    });
    expect(await screen.findByText('This approval isn’t here')).toBeVisible();
  });
});

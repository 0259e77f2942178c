// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Api } from '@/api/client';
import { readProblem, Unreachable } from '@/api/problem';
import type { Graph } from '@/graph/document';
import { TRIAGE } from '../../../test/fake/sample';
import { runSummaryOf, versionOf } from '../../../test/answers';
import { show, withDraft, workflowOf } from '../../../test/render';
import { ConflictDialog } from './ConflictDialog';
import { PublishDialog } from './PublishDialog';
import { RunDialog } from './RunDialog';
import { SettingsDialog } from './SettingsDialog';
import { TopBar } from './TopBar';

const frame = (
  <>
    <TopBar />
    <RunDialog />
    <PublishDialog />
    <SettingsDialog />
    <ConflictDialog />
  </>
);

/** A server that takes every save. */
function server(more: Partial<Api> = {}): Partial<Api> {
  let saved = workflowOf(TRIAGE);
  return {
    workflow: () => Promise.resolve(saved),
    saveWorkflow: (_, graph: Graph, revision) => {
      saved = { ...workflowOf(graph), revision: revision + 1 };
      return Promise.resolve(saved);
    },
    ...more,
  };
}

describe('the top bar', () => {
  it('says in words where the draft is', async () => {
    const saveWorkflow = vi
      .fn()
      .mockRejectedValueOnce(new Unreachable())
      .mockResolvedValue(workflowOf(TRIAGE, { revision: 2 }));
    const { user } = show(withDraft(TRIAGE, frame), { api: server({ saveWorkflow }) });
    expect(screen.getByTestId('save-state')).toHaveTextContent('Saved');
    await user.type(screen.getByLabelText('Name of the workflow'), '!');
    expect(screen.getByTestId('save-state')).toHaveTextContent('Saving…');
    await waitFor(
      () => expect(screen.getByTestId('save-state')).toHaveTextContent('Offline, kept here'),
      { timeout: 2_000 },
    );
    window.dispatchEvent(new Event('online'));
    await waitFor(() => expect(screen.getByTestId('save-state')).toHaveTextContent('Saved'));
  });

  it('says what the draft has that the published version has not', async () => {
    const version = () => Promise.resolve({ ...versionOf({ version: 3 }), graph: TRIAGE });
    const { user } = show(withDraft(TRIAGE, frame, { publishedVersion: 3 }), {
      api: server({ version }),
    });
    expect(await screen.findByText('Published v3')).toBeInTheDocument();
    await user.type(screen.getByLabelText('Name of the workflow'), '!');
    expect(await screen.findByText('Draft, changed since v3')).toBeInTheDocument();
  });
});

describe('publishing', () => {
  it('saves first, then publishes with the note', async () => {
    const publish = vi.fn(() => Promise.resolve(versionOf()));
    const { user } = show(withDraft(TRIAGE, frame), { api: server({ publish }) });
    await user.click(screen.getByRole('button', { name: 'Publish' }));
    await user.type(screen.getByLabelText('Note'), 'First');
    await user.click(screen.getAllByRole('button', { name: 'Publish' }).at(-1)!);
    expect(await screen.findByText('Version 1 is published.')).toBeVisible();
    expect(publish).toHaveBeenCalledWith('wf_1', 'First');
  });

  it('shows what stands in the way', async () => {
    const issues = [
      {
        severity: 'ERROR',
        rule: 'r',
        node: 'urgent',
        field: 'condition',
        message: 'It reads nobody.',
        hint: 'Name a step before it.',
      },
    ];
    const publish = () =>
      Promise.reject(readProblem(422, { detail: 'Fix them, then try again.', issues }, null));
    const { user } = show(withDraft(TRIAGE, frame), { api: server({ publish }) });
    await user.click(screen.getByRole('button', { name: 'Publish' }));
    await user.click(screen.getAllByRole('button', { name: 'Publish' }).at(-1)!);
    expect(
      await screen.findByRole('button', { name: /Urgent\?:.*It reads nobody\..*Name a step/ }),
    ).toBeVisible();
  });
});

describe('running the draft', () => {
  it('offers the sample, then what one gave the last time', async () => {
    const runDraft = vi.fn(() => Promise.resolve(runSummaryOf({ status: 'running' })));
    const { user } = show(withDraft(TRIAGE, frame), { api: server({ runDraft }) });
    await user.click(screen.getByRole('button', { name: 'Run' }));
    const input = screen.getByRole('textbox', { name: 'Input' });
    expect(input).toHaveDisplayValue(/"path": "support-triage"/);
    await user.clear(input);
    await user.click(input);
    await user.paste('{"body": 1}');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(runDraft).toHaveBeenCalledWith('wf_1', { input: { body: 1 }, trigger: 'ticket' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Run' }));
    expect(screen.getByRole('textbox', { name: 'Input' })).toHaveDisplayValue(/"body": 1/);
  });

  it('says that nothing starts an empty workflow', async () => {
    const { user } = show(withDraft({ ...TRIAGE, nodes: [], edges: [] }, frame), { api: server() });
    await user.click(screen.getByRole('button', { name: 'Run' }));
    expect(screen.getByText('Nothing starts this workflow yet')).toBeVisible();
  });
});

describe('the settings', () => {
  it('are part of the drawing; what is at its usual isn’t written', async () => {
    const saveWorkflow = vi.fn((_: string, graph: Graph) =>
      Promise.resolve(workflowOf(graph, { revision: 2 })),
    );
    const child = {
      ...workflowOf(TRIAGE),
      id: 'wf_2',
      name: 'Tell someone',
      publishedVersion: 1,
      triggers: ['called-trigger@1'],
    };
    const workflows = () => Promise.resolve({ items: [child], nextCursor: undefined });
    const issues = [
      {
        severity: 'ERROR' as const,
        rule: 'express',
        node: undefined,
        edge: undefined,
        field: 'settings.mode',
        column: undefined,
        message: 'Express can’t wait for someone.',
        hint: undefined,
      },
    ];
    const { user } = show(withDraft(TRIAGE, frame, { issues }), {
      api: server({ saveWorkflow, workflows }),
    });
    await user.click(screen.getByRole('button', { name: 'Settings of the workflow' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'How it runs' }), 'express');
    expect(screen.getByRole('combobox', { name: 'How it runs' })).toHaveAccessibleDescription(
      'Express can’t wait for someone.',
    );
    await user.type(screen.getByRole('textbox', { name: 'Time limit' }), '90');
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'When a run fails' }),
      await screen.findByRole('option', { name: 'Tell someone' }),
    );
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(
      () =>
        expect(saveWorkflow.mock.lastCall?.[1].settings).toEqual({
          mode: 'express',
          timeoutSeconds: 90,
          errorWorkflow: 'wf_2',
        }),
      { timeout: 4_000 },
    );
    await user.click(screen.getByRole('button', { name: 'Settings of the workflow' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'How it runs' }), 'auto');
    await user.clear(screen.getByRole('textbox', { name: 'Time limit' }));
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'When a run fails' }),
      'Nothing more happens',
    );
    await waitFor(() => expect(saveWorkflow.mock.lastCall?.[1].settings).toEqual({}), {
      timeout: 4_000,
    });
  });
});

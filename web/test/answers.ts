import type { Answer } from '@/api/routes';
import * as s from '@/api/schemas';
import { emptyGraph } from '@/graph/document';
import type { Json } from '@/words/json';

/** What the server answers, read as the pages read it: each with what is always there, and what a test adds. */

const AT = '2026-11-20T09:00:00Z';

type WireRun = Answer<'GET runs'>['items'][number];
type WireNode = Answer<'GET runs/{run}'>['nodes'][number];

export function workflowOf(more: Partial<Answer<'GET workflows/{workflow}'>> = {}): s.Workflow {
  const graph = emptyGraph('A') as unknown as Json;
  const whole: Answer<'GET workflows/{workflow}'> = {
    id: 'wf_1',
    name: 'A',
    description: '',
    revision: 1,
    createdAt: AT,
    updatedAt: AT,
    draftPublished: false,
    graph,
    issues: [],
    ...more,
  };
  return s.workflow.parse(whole);
}

export function versionOf(
  more: Partial<Answer<'GET workflows/{workflow}/versions'>['items'][number]> = {},
): s.Version {
  const whole: Answer<'GET workflows/{workflow}/versions'>['items'][number] = {
    version: 1,
    publishedAt: AT,
    publishedBy: 'usr_1',
    note: '',
    current: true,
    kind: 'STANDARD',
    kindReason: 'It may wait.',
    ...more,
  };
  return s.version.parse(whole);
}

const runHead = (): WireRun => ({
  id: 'run_1',
  workflow: 'wf_1',
  workflowName: 'A',
  version: 0,
  trigger: 'start',
  status: 'succeeded',
  startedAt: AT,
});

export function runSummaryOf(more: Partial<WireRun> = {}): s.RunSummary {
  return s.runSummary.parse({ ...runHead(), ...more } satisfies WireRun);
}

const wireNode = (node: string, more: Partial<WireNode> = {}): WireNode => ({
  node,
  path: '',
  status: 'succeeded',
  attempts: 1,
  ...more,
});

export function nodeRunOf(node: string, more: Partial<WireNode> = {}): s.NodeRun {
  return s.nodeRun.parse(wireNode(node, more));
}

export function runOf(
  more: Partial<Omit<Answer<'GET runs/{run}'>, 'graph'>> & { graph?: object } = {},
): s.Run {
  return s.run.parse({ ...runHead(), nodes: [], ...more });
}

export function nodeTestOf(
  more: Partial<Answer<'POST workflows/{workflow}/nodes/{node}/test'>>,
): s.NodeTest {
  const whole: Answer<'POST workflows/{workflow}/nodes/{node}/test'> = {
    status: 'succeeded',
    milliseconds: 12,
    ...more,
  };
  return s.nodeTest.parse(whole);
}

export function approvalOf(more: Partial<Answer<'GET approvals/{approval}'>> = {}): s.Approval {
  const whole: Answer<'GET approvals/{approval}'> = {
    id: 'apr_1',
    status: 'waiting',
    workflow: { id: 'wf_1', name: 'A' },
    run: 'run_1',
    node: { id: 'ask', name: 'Ask' },
    path: '',
    title: 'Order A2',
    message: '',
    approvers: [],
    askedAt: AT,
    mine: true,
    ...more,
  };
  return s.approval.parse(whole);
}

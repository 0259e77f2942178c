import { isTrigger } from '../../src/catalog/nodeType';
import { graphDocument, type Graph } from '../../src/graph/document';
import { sameJson, type Json } from '../../src/words/json';
import { CATALOG } from './catalog';
import { issuesOf } from './issues';
import type { Answer } from '../../src/api/routes';
import {
  freshId,
  now,
  onWire,
  Refused,
  type Run,
  type RunSummary,
  type Store,
  type User,
  type Version,
  type Workflow,
} from './store';

export function summary(workflow: Workflow): Answer<'GET workflows'>['items'][number] {
  const current = workflow.versions.find((one) => one.current);
  const { id, graph, revision, createdAt, updatedAt } = workflow;
  return {
    id,
    name: graph.name,
    description: graph.description ?? '',
    revision,
    publishedVersion: current?.version,
    createdAt,
    updatedAt,
    triggers: graph.nodes
      .filter((node) => isTrigger(CATALOG.get(node.type)))
      .map((node) => node.type),
  };
}

export function full(workflow: Workflow): Answer<'GET workflows/{workflow}'> {
  const current = workflow.versions.find((one) => one.current);
  const { triggers, ...head } = summary(workflow);
  return {
    ...head,
    publishedAt: current?.publishedAt,
    graph: onWire(workflow.graph),
    issues: issuesOf(workflow.graph),
    draftPublished: current !== undefined && sameJson(current.graph, workflow.graph),
  };
}

export function readGraph(body: unknown): Graph {
  const read = graphDocument.safeParse((body as { graph?: unknown }).graph);
  if (!read.success) throw new Refused(422, 'The graph can’t be read.');
  return read.data;
}

export function save(workflow: Workflow, graph: Graph, ifMatch: string | undefined): void {
  if (ifMatch === undefined) throw new Refused(428, 'Send the revision you changed in If-Match.');
  if (ifMatch !== `"${workflow.revision}"`)
    throw new Refused(412, 'Someone else has saved this workflow meanwhile.');
  Object.assign(workflow, { graph, revision: workflow.revision + 1, updatedAt: now() });
}

export function publish(workflow: Workflow, user: User, note = ''): Version {
  const issues = issuesOf(workflow.graph);
  if (issues.some((one) => one.severity === 'ERROR'))
    throw new Refused(
      422,
      'The workflow has problems that must be solved before it can be published.',
      { issues },
    );
  const version = {
    version: workflow.versions.length + 1,
    publishedAt: now(),
    publishedBy: user.id,
    note,
    current: true,
    kind: 'STANDARD' as const,
    kindReason: 'Nobody waits for the answer.',
    graph: workflow.graph,
  };
  workflow.versions.forEach((one) => (one.current = false));
  workflow.versions.unshift(version);
  return listed(version);
}

/** A version without its drawing, as lists have it. */
export function listed({ graph, ...version }: Workflow['versions'][number]): Version {
  return version;
}

export function restore(workflow: Workflow, number: number, draft: boolean): Version {
  const found = versionOf(workflow, number);
  workflow.versions.forEach((one) => (one.current = one === found));
  if (draft)
    Object.assign(workflow, {
      graph: found.graph,
      revision: workflow.revision + 1,
      updatedAt: now(),
    });
  return listed(found);
}

export function versionOf(workflow: Workflow, number: number): Workflow['versions'][number] {
  const found = workflow.versions.find((one) => one.version === number);
  if (!found) throw new Refused(404, 'There is no such version.');
  return found;
}

type Start = { input?: Json; trigger?: string; version: number };

export function startRun(store: Store, workflow: Workflow, graph: Graph, start: Start): Run {
  const triggers = graph.nodes.filter((node) => isTrigger(CATALOG.get(node.type)));
  const trigger = triggers.find((node) => node.id === start.trigger) ?? triggers[0];
  if (!trigger)
    throw new Refused(422, 'Nothing starts this workflow.', { issues: issuesOf(graph) });
  const run: Run = {
    id: freshId('run'),
    tenant: workflow.tenant,
    workflow: workflow.id,
    workflowName: graph.name,
    version: start.version,
    trigger: trigger.id,
    status: 'running',
    startedAt: now(),
    graph,
    nodes: [],
    input: start.input ?? trigger.config.sample ?? {},
  };
  store.runs.unshift(run);
  return run;
}

export function runSummary(run: Run): RunSummary {
  const { tenant, graph, nodes, input, output, stop, ...rest } = run;
  return rest;
}

import { isTrigger } from '../../src/catalog/nodeType';
import { graphDocument, type Graph } from '../../src/graph/document';
import { sameJson, type Json } from '../../src/words/json';
import { CATALOG, issuesOf } from './issues';
import { freshId, now, Refused, type Run, type Store, type User, type Workflow } from './store';

export function summary(workflow: Workflow): object {
  const current = workflow.versions.find((one) => one.current);
  const { id, graph, revision, createdAt, updatedAt } = workflow;
  return {
    id,
    name: graph.name,
    description: graph.description,
    revision,
    publishedVersion: current?.version,
    publishedAt: current?.publishedAt,
    createdAt,
    updatedAt,
    triggers: graph.nodes.filter((node) => isTrigger(CATALOG.get(node.type))).map((node) => node.type),
  };
}

export function full(workflow: Workflow): object {
  const current = workflow.versions.find((one) => one.current);
  return {
    ...summary(workflow),
    graph: workflow.graph,
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
  if (ifMatch !== `"${workflow.revision}"`) throw new Refused(412, 'Someone else has saved this workflow meanwhile.');
  Object.assign(workflow, { graph, revision: workflow.revision + 1, updatedAt: now() });
}

export function publish(workflow: Workflow, user: User, note: string | undefined): object {
  const issues = issuesOf(workflow.graph);
  if (issues.some((one) => one.severity === 'ERROR'))
    throw new Refused(422, 'The workflow has problems that must be solved before it can be published.', { issues });
  const version = { version: workflow.versions.length + 1, publishedAt: now(), publishedBy: user.name, note, current: true, kind: 'STANDARD', kindReason: 'Nobody waits for the answer.', graph: workflow.graph };
  workflow.versions.forEach((one) => (one.current = false));
  workflow.versions.unshift(version);
  return { ...version, graph: undefined };
}

export function restore(workflow: Workflow, number: number, draft: boolean): object {
  const found = versionOf(workflow, number);
  workflow.versions.forEach((one) => (one.current = one === found));
  if (draft) Object.assign(workflow, { graph: found.graph, revision: workflow.revision + 1, updatedAt: now() });
  return { ...found, graph: undefined };
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
  if (!trigger) throw new Refused(422, 'Nothing starts this workflow.', { issues: issuesOf(graph) });
  const run: Run = {
    id: freshId('run'),
    tenant: workflow.tenant,
    workflow: workflow.id,
    workflowName: graph.name,
    version: start.version,
    trigger: trigger.id,
    status: 'running',
    startedAt: now(),
    endedAt: undefined,
    durationMs: undefined,
    error: undefined,
    cause: undefined,
    graph,
    nodes: [],
    input: start.input ?? trigger.config.sample ?? {},
  };
  store.runs.unshift(run);
  return run;
}

export function runSummary(run: Run): object {
  const { graph, nodes, input, output, stop, ...rest } = run;
  return rest;
}

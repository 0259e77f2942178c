import type { Json } from '../../src/words/json';
import { asksOf, decided, seen } from './approvals';
import { execute, tried } from './engine';
import { issuesOf } from './issues';
import { now, Refused, type Run, type Store, type User } from './store';
import { nodesAt } from './iterations';
import * as w from './workflows';

export type Request = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  body: unknown;
};
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

/** What routes need besides the store: whom to tell of a run's change. */
export type World = { store: Store; tell: (run: Run) => void };

type Handler = (
  world: World,
  user: User,
  request: Request,
  ...ids: string[]
) => Answer | Promise<Answer>;

const ok = (body: unknown, headers?: Record<string, string>): Answer => ({
  status: 200,
  body,
  headers,
});
const etag = (workflow: { revision: number }) => ({ ETag: `"${workflow.revision}"` });

function page<T>(items: T[], request: Request): { items: T[]; nextCursor?: string } {
  const from = Number(request.query.get('cursor') ?? 0);
  const limit = Number(request.query.get('limit') ?? 20);
  const next = from + limit < items.length ? String(from + limit) : undefined;
  return { items: items.slice(from, from + limit), nextCursor: next };
}

const listRuns: Handler = ({ store }, user, request) => {
  const workflow = request.query.get('workflow');
  const status = request.query.get('status');
  const found = store.runs.filter(
    (run) =>
      run.tenant === user.tenant.id &&
      (!workflow || run.workflow === workflow) &&
      (!status || run.status === status),
  );
  return ok(page(found.map(w.runSummary), request));
};

const startDraft: Handler = ({ store, tell }, user, request, id) => {
  const workflow = store.workflow(user.tenant.id, id);
  const issues = issuesOf(workflow.graph);
  if (issues.some((one) => one.severity === 'ERROR'))
    throw new Refused(422, 'The draft has problems that must be solved before it can run.', {
      issues,
    });
  const run = w.startRun(store, workflow, workflow.graph, {
    ...(request.body as { input?: Json; trigger?: string }),
    version: 0,
  });
  void execute(run, asksOf(store), () => tell(run));
  return { status: 201, body: w.runSummary(run) };
};

const secretsOf = (store: Store, user: User) => {
  const secrets = store.secrets.get(user.tenant.id) ?? new Map<string, string>();
  store.secrets.set(user.tenant.id, secrets);
  return secrets;
};

/** Method, path and what answers; `*` stands for an id. */
export const ROUTES: [string, string, Handler][] = [
  [
    'GET',
    'workflows',
    ({ store }, user, request) =>
      ok(
        page(
          store.workflows.filter((one) => one.tenant === user.tenant.id).map(w.summary),
          request,
        ),
      ),
  ],
  [
    'POST',
    'workflows',
    ({ store }, user, request) => {
      const workflow = store.addWorkflow(user.tenant.id, w.readGraph(request.body));
      return { status: 201, body: w.full(workflow), headers: etag(workflow) };
    },
  ],
  [
    'GET',
    'workflows/*',
    ({ store }, user, _, id) => {
      const workflow = store.workflow(user.tenant.id, id);
      return ok(w.full(workflow), etag(workflow));
    },
  ],
  [
    'PUT',
    'workflows/*',
    ({ store }, user, request, id) => {
      const workflow = store.workflow(user.tenant.id, id);
      w.save(workflow, w.readGraph(request.body), request.headers['if-match']);
      return ok(w.full(workflow), etag(workflow));
    },
  ],
  [
    'DELETE',
    'workflows/*',
    ({ store }, user, _, id) => {
      const workflow = store.workflow(user.tenant.id, id);
      store.workflows = store.workflows.filter((one) => one !== workflow);
      return { status: 204 };
    },
  ],
  [
    'POST',
    'workflows/*/validate',
    ({ store }, user, request, id) => {
      store.workflow(user.tenant.id, id);
      const issues = issuesOf(w.readGraph(request.body));
      return ok({ valid: issues.every((one) => one.severity !== 'ERROR'), issues });
    },
  ],
  [
    'POST',
    'workflows/*/publish',
    ({ store }, user, request, id) =>
      ok(
        w.publish(
          store.workflow(user.tenant.id, id),
          user,
          (request.body as { note?: string }).note,
        ),
      ),
  ],
  [
    'GET',
    'workflows/*/versions',
    ({ store }, user, request, id) =>
      ok(page(store.workflow(user.tenant.id, id).versions.map(w.listed), request)),
  ],
  [
    'GET',
    'workflows/*/versions/*',
    ({ store }, user, _, id, version) =>
      ok(w.versionOf(store.workflow(user.tenant.id, id), Number(version))),
  ],
  [
    'POST',
    'workflows/*/versions/*/restore',
    ({ store }, user, request, id, version) =>
      ok(
        w.restore(
          store.workflow(user.tenant.id, id),
          Number(version),
          (request.body as { draft?: boolean }).draft === true,
        ),
      ),
  ],
  ['POST', 'workflows/*/test', startDraft],
  ['GET', 'runs', listRuns],
  [
    'GET',
    'runs/*',
    ({ store }, user, _, id) => {
      const run = store.run(user.tenant.id, id);
      return ok({
        ...w.runSummary(run),
        input: run.input,
        output: run.output,
        graph: run.graph,
        nodes: nodesAt(run, ''),
      });
    },
  ],
  [
    'GET',
    'runs/*/nodes',
    ({ store }, user, request, id) =>
      ok({ items: nodesAt(store.run(user.tenant.id, id), request.query.get('path') ?? '') }),
  ],
  [
    'GET',
    'approvals',
    ({ store }, user, request) => {
      const waits = request.query.get('status') !== 'decided';
      return ok(
        page(
          store.approvals
            .filter((one) => one.tenant === user.tenant.id && (one.status === 'waiting') === waits)
            .map((one) => seen(one, user)),
          request,
        ),
      );
    },
  ],
  [
    'GET',
    'approvals/*',
    ({ store }, user, _, id) => ok(seen(store.approval(user.tenant.id, id), user)),
  ],
  [
    'POST',
    'approvals/*/decide',
    ({ store }, user, request, id) =>
      ok(decided(store.approval(user.tenant.id, id), user, request.body)),
  ],
  [
    'POST',
    'runs/*/stop',
    ({ store, tell }, user, _, id) => {
      const run = store.run(user.tenant.id, id);
      Object.assign(run, {
        stop: true,
        status: 'stopped',
        error: 'Stopped',
        cause: `Stopped by ${user.name}`,
        endedAt: now(),
      });
      tell(run);
      return { status: 202, body: w.runSummary(run) };
    },
  ],
  [
    'POST',
    'runs/*/redrive',
    ({ store, tell }, user, _, id) => {
      const run = store.run(user.tenant.id, id);
      if (run.status !== 'failed')
        throw new Refused(409, 'Only a run that failed can be redriven.');
      Object.assign(run, {
        status: 'running',
        error: undefined,
        cause: undefined,
        endedAt: undefined,
        durationMs: undefined,
        output: undefined,
        nodes: [],
      });
      void execute(run, asksOf(store), () => tell(run));
      return { status: 202, body: w.runSummary(run) };
    },
  ],
  [
    'POST',
    'runs/*/fork',
    ({ store, tell }, user, _, id) => {
      const old = store.run(user.tenant.id, id);
      const run = w.startRun(
        store,
        store.workflow(user.tenant.id, old.workflow),
        store.workflow(user.tenant.id, old.workflow).graph,
        { input: old.input, trigger: old.trigger, version: old.version },
      );
      void execute(run, asksOf(store), () => tell(run));
      return { status: 201, body: w.runSummary(run) };
    },
  ],
  [
    'POST',
    'workflows/*/nodes/*/test',
    async ({ store }, user, request, id, node) =>
      ok(await tried(store.workflow(user.tenant.id, id).graph, node, request.body)),
  ],
  [
    'POST',
    'workflows/*/compile',
    ({ store }, user, request, id) => {
      const graph = (request.body as { graph?: unknown } | undefined)?.graph
        ? w.readGraph(request.body)
        : store.workflow(user.tenant.id, id).graph;
      const issues = issuesOf(graph);
      if (issues.some((one) => one.severity === 'ERROR'))
        throw new Refused(422, 'The drawing has problems.', { issues });
      const explanation = graph.nodes.map((one) => `“${one.name}” becomes a state of its own.`);
      return ok({
        issues,
        kind: 'STANDARD',
        kindReason: 'Nobody waits for the answer.',
        definition: { QueryLanguage: 'JSONata', States: {} },
        sourceMap: { states: {}, outputs: {}, ports: {} },
        explanation,
      });
    },
  ],
  [
    'GET',
    'secrets',
    ({ store }, user) =>
      ok({ items: [...secretsOf(store, user).keys()].map((name) => ({ name, updatedAt: now() })) }),
  ],
  [
    'PUT',
    'secrets/*',
    ({ store }, user, request, name) => {
      secretsOf(store, user).set(
        decodeURIComponent(name),
        (request.body as { value: string }).value,
      );
      return { status: 204 };
    },
  ],
];

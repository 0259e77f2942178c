import { catalogDocument } from '@/catalog/nodeType';
import type { Graph } from '@/graph/document';
import type { RunStatus } from '@/run/status';
import type { Json } from '@/words/json';
import type { Account } from './account';
import type { Call } from './http';
import { callOf, type Body } from './routes';
import * as s from './schemas';

const RUNS = 25;

const once = () => ({ 'Idempotency-Key': crypto.randomUUID() });

/** A drawing as it is sent: whatever more it holds came as JSON and goes as JSON. */
const sent = (graph: Graph) => graph as unknown as Json;

/** Every route the pages use, with what it sends and how its answer is read. */
export function createApi(account: Pick<Account, 'call'>) {
  const call = <T>(one: Call<T>): Promise<T> => account.call(one);
  return {
    health: () => call(callOf('GET health', {}, s.health)),
    nodeTypes: () => call(callOf('GET node-types', {}, catalogDocument)),
    workflows: (cursor?: string, limit = 50) =>
      call(callOf('GET workflows', { query: { limit, cursor } }, s.workflowPage)),
    createWorkflow: (graph: Graph) =>
      call(callOf('POST workflows', { body: { graph: sent(graph) }, headers: once() }, s.workflow)),
    workflow: (workflow: string) =>
      call(callOf('GET workflows/{workflow}', { path: { workflow } }, s.workflow)),
    saveWorkflow: (workflow: string, graph: Graph, revision: number) => {
      const headers = { 'If-Match': `"${revision}"` };
      return call(
        callOf(
          'PUT workflows/{workflow}',
          { path: { workflow }, body: { graph: sent(graph) }, headers },
          s.workflow,
        ),
      );
    },
    deleteWorkflow: (workflow: string) =>
      call(callOf('DELETE workflows/{workflow}', { path: { workflow } })),
    validate: (workflow: string, graph: Graph) =>
      call(
        callOf(
          'POST workflows/{workflow}/validate',
          { path: { workflow }, body: { graph: sent(graph) } },
          s.validation,
        ),
      ),
    compile: (workflow: string, graph: Graph) =>
      call(
        callOf(
          'POST workflows/{workflow}/compile',
          { path: { workflow }, body: { graph: sent(graph) } },
          s.compiled,
        ),
      ),
    publish: (workflow: string, note: string) =>
      call(
        callOf(
          'POST workflows/{workflow}/publish',
          { path: { workflow }, body: note ? { note } : {} },
          s.version,
        ),
      ),
    versions: (workflow: string, cursor?: string) =>
      call(
        callOf(
          'GET workflows/{workflow}/versions',
          { path: { workflow }, query: { cursor } },
          s.versionPage,
        ),
      ),
    version: (workflow: string, version: number) =>
      call(
        callOf(
          'GET workflows/{workflow}/versions/{version}',
          { path: { workflow, version } },
          s.versionWithGraph,
        ),
      ),
    restore: (workflow: string, version: number, draft: boolean) => {
      const path = { workflow, version };
      return call(
        callOf(
          'POST workflows/{workflow}/versions/{version}/restore',
          { path, body: { draft } },
          s.version,
        ),
      );
    },
    runDraft: (workflow: string, start: Body<'POST workflows/{workflow}/test'>) =>
      call(
        callOf(
          'POST workflows/{workflow}/test',
          { path: { workflow }, body: start, headers: once() },
          s.runSummary,
        ),
      ),
    testNode: (
      workflow: string,
      node: string,
      given: Body<'POST workflows/{workflow}/nodes/{node}/test'>,
    ) =>
      call(
        callOf(
          'POST workflows/{workflow}/nodes/{node}/test',
          { path: { workflow, node }, body: given },
          s.nodeTest,
        ),
      ),
    runs: (given: { workflow?: string; status?: RunStatus; cursor?: string; limit?: number }) =>
      call(callOf('GET runs', { query: { limit: RUNS, ...given } }, s.runPage)),
    run: (run: string) => call(callOf('GET runs/{run}', { path: { run } }, s.run)),
    runNodes: (run: string, path: string) =>
      call(callOf('GET runs/{run}/nodes', { path: { run }, query: { path } }, s.nodeRuns)),
    redriveRun: (run: string) =>
      call(callOf('POST runs/{run}/redrive', { path: { run } }, s.runSummary)),
    forkRun: (run: string, from: string) =>
      call(
        callOf(
          'POST runs/{run}/fork',
          { path: { run }, body: { from }, headers: once() },
          s.runSummary,
        ),
      ),
    stopRun: (run: string) => call(callOf('POST runs/{run}/stop', { path: { run } }, s.runSummary)),
    approvals: (status: 'waiting' | 'decided', cursor?: string) =>
      call(callOf('GET approvals', { query: { status, limit: 50, cursor } }, s.approvalPage)),
    approval: (approval: string) =>
      call(callOf('GET approvals/{approval}', { path: { approval } }, s.approval)),
    decide: (approval: string, decision: 'approve' | 'reject', comment: string) => {
      const body = comment ? { decision, comment } : { decision };
      return call(
        callOf('POST approvals/{approval}/decide', { path: { approval }, body }, s.approval),
      );
    },
    secrets: () => call(callOf('GET secrets', {}, s.secretPage)),
    saveSecret: (name: string, value: string) =>
      call(callOf('PUT secrets/{name}', { path: { name }, body: { value } })),
  };
}

/** The API as the pages use it. */
export type Api = ReturnType<typeof createApi>;

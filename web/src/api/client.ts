import { z } from 'zod';
import { catalogDocument } from '@/catalog/nodeType';
import type { Graph } from '@/graph/document';
import type { RunStatus } from '@/run/status';
import type { Json, JsonObject } from '@/words/json';
import type { Account } from './account';
import type { Call } from './http';
import * as s from './schemas';

const RUNS = 25;

function query(values: Record<string, string | number | undefined>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
  return search.size ? `?${search.toString()}` : '';
}

const at = encodeURIComponent;
const once = () => ({ 'Idempotency-Key': crypto.randomUUID() });

/** Every route the pages use, with what it sends and how its answer is read. */
export function createApi(account: Pick<Account, 'call'>) {
  const call = <T>(one: Call<T>): Promise<T> => account.call(one);
  return {
    health: () => call({ method: 'GET', path: 'health', answer: s.health }),
    nodeTypes: () => call({ method: 'GET', path: 'node-types', answer: catalogDocument }),
    workflows: (cursor?: string, limit = 50) =>
      call({ method: 'GET', path: `workflows${query({ limit, cursor })}`, answer: s.workflowPage }),
    createWorkflow: (graph: Graph) =>
      call({ method: 'POST', path: 'workflows', body: { graph }, headers: once(), answer: s.workflow }),
    workflow: (id: string) => call({ method: 'GET', path: `workflows/${at(id)}`, answer: s.workflow }),
    saveWorkflow: (id: string, graph: Graph, revision: number) =>
      call({
        method: 'PUT',
        path: `workflows/${at(id)}`,
        body: { graph },
        headers: { 'If-Match': `"${revision}"` },
        answer: s.workflow,
      }),
    deleteWorkflow: (id: string) =>
      call({ method: 'DELETE', path: `workflows/${at(id)}`, answer: z.unknown() }),
    validate: (id: string, graph: Graph) =>
      call({ method: 'POST', path: `workflows/${at(id)}/validate`, body: { graph }, answer: s.validation }),
    compile: (id: string, graph: Graph) =>
      call({ method: 'POST', path: `workflows/${at(id)}/compile`, body: { graph }, answer: s.compiled }),
    publish: (id: string, note: string) =>
      call({
        method: 'POST',
        path: `workflows/${at(id)}/publish`,
        body: note ? { note } : {},
        answer: s.version,
      }),
    versions: (id: string, cursor?: string) =>
      call({
        method: 'GET',
        path: `workflows/${at(id)}/versions${query({ cursor })}`,
        answer: s.versionPage,
      }),
    version: (id: string, version: number) =>
      call({ method: 'GET', path: `workflows/${at(id)}/versions/${version}`, answer: s.versionWithGraph }),
    restore: (id: string, version: number, draft: boolean) =>
      call({
        method: 'POST',
        path: `workflows/${at(id)}/versions/${version}/restore`,
        body: { draft },
        answer: s.version,
      }),
    runDraft: (id: string, start: { input?: Json; trigger?: string }) =>
      call({
        method: 'POST',
        path: `workflows/${at(id)}/test`,
        body: start,
        headers: once(),
        answer: s.startedRun,
      }),
    testNode: (id: string, node: string, given: JsonObject) =>
      call({ method: 'POST', path: `workflows/${at(id)}/nodes/${at(node)}/test`, body: given, answer: s.nodeTest }),
    runs: (given: { workflow?: string; status?: RunStatus; cursor?: string; limit?: number }) =>
      call({ method: 'GET', path: `runs${query({ limit: RUNS, ...given })}`, answer: s.runPage }),
    run: (id: string) => call({ method: 'GET', path: `runs/${at(id)}`, answer: s.run }),
    runNodes: (id: string, path: string) =>
      call({ method: 'GET', path: `runs/${at(id)}/nodes${query({ path })}`, answer: s.nodeRuns }),
    redriveRun: (id: string) =>
      call({ method: 'POST', path: `runs/${at(id)}/redrive`, answer: s.startedRun }),
    forkRun: (id: string, from: string) =>
      call({ method: 'POST', path: `runs/${at(id)}/fork`, body: { from }, headers: once(), answer: s.startedRun }),
    stopRun: (id: string) =>
      call({ method: 'POST', path: `runs/${at(id)}/stop`, answer: s.startedRun }),
    approvals: (status: 'waiting' | 'decided', cursor?: string) =>
      call({ method: 'GET', path: `approvals${query({ status, limit: 50, cursor })}`, answer: s.approvalPage }),
    approval: (id: string) => call({ method: 'GET', path: `approvals/${at(id)}`, answer: s.approval }),
    decide: (id: string, decision: 'approve' | 'reject', comment: string) =>
      call({ method: 'POST', path: `approvals/${at(id)}/decide`, body: comment ? { decision, comment } : { decision }, answer: s.approval }),
    secrets: () => call({ method: 'GET', path: 'secrets', answer: s.secretPage }),
    saveSecret: (name: string, value: string) =>
      call({ method: 'PUT', path: `secrets/${at(name)}`, body: { value }, answer: z.unknown() }),
  };
}

/** The API as the pages use it. */
export type Api = ReturnType<typeof createApi>;

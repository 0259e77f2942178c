import type { Answer } from '../../src/api/routes';
import type { Asked } from './approvals';
import type { Graph } from '../../src/graph/document';
import type { Json } from '../../src/words/json';

export type Issue = Answer<'GET workflows/{workflow}'>['issues'][number];
export type NodeRun = Answer<'GET runs/{run}'>['nodes'][number];
export type RunSummary = Answer<'GET runs'>['items'][number];
export type Version = Answer<'GET workflows/{workflow}/versions'>['items'][number];

export type User = { id: string; email: string; name: string; password: string; tenant: Tenant };
export type Tenant = { id: string; slug: string; name: string; role: 'USER' | 'ADMIN' | 'OWNER' };
export type Workflow = {
  id: string;
  tenant: string;
  graph: Graph;
  revision: number;
  createdAt: string;
  updatedAt: string;
  versions: (Version & { graph: Graph })[];
};
export type Run = RunSummary & {
  tenant: string;
  graph: Graph;
  nodes: NodeRun[];
  input: Json;
  output?: Json;
  stop?: boolean;
};

/** A drawing as it travels. */
export const onWire = (graph: Graph) => graph as unknown as Json;

/** Refused by the fake as the real server refuses: a problem with a status. */
export class Refused extends Error {
  readonly status: number;
  readonly more: { errors?: { field: string; message: string }[]; issues?: Issue[] };

  constructor(status: number, message: string, more: Refused['more'] = {}) {
    super(message);
    this.status = status;
    this.more = more;
  }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

export function freshId(prefix: string): string {
  const letters = Array.from({ length: 20 }, () => LETTERS[Math.floor(Math.random() * 32)]);
  return `${prefix}_${letters.join('')}`;
}

export const now = () => new Date().toISOString();

/** Everything the fake remembers; gone when it stops. */
export class Store {
  users: User[] = [];
  tokens = new Map<string, { user: User; until: number }>();
  refreshes = new Map<string, User>();
  workflows: Workflow[] = [];
  runs: Run[] = [];
  secrets = new Map<string, Map<string, string>>();
  approvals: Asked[] = [];

  addUser(given: { email: string; name: string; password: string; workspace: string }): User {
    if (this.users.some((user) => user.email === given.email))
      throw new Refused(409, 'An account with this email already exists. Log in instead.', {
        errors: [{ field: 'email', message: 'This address already has an account.' }],
      });
    const slug =
      given.workspace
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'team';
    const tenant = { id: freshId('ten'), slug, name: given.workspace, role: 'OWNER' as const };
    const user = {
      id: freshId('usr'),
      email: given.email,
      name: given.name,
      password: given.password,
      tenant,
    };
    this.users.push(user);
    return user;
  }

  addWorkflow(tenant: string, graph: Graph): Workflow {
    const workflow = {
      id: freshId('wf'),
      tenant,
      graph,
      revision: 1,
      createdAt: now(),
      updatedAt: now(),
      versions: [],
    };
    this.workflows.unshift(workflow);
    return workflow;
  }

  workflow(tenant: string, id: string): Workflow {
    const found = this.workflows.find((one) => one.id === id && one.tenant === tenant);
    if (!found) throw new Refused(404, 'There is no such workflow.');
    return found;
  }

  approval(tenant: string, id: string): Asked {
    const found = this.approvals.find((one) => one.id === id && one.tenant === tenant);
    if (!found) throw new Refused(404, 'There is no such approval.');
    return found;
  }

  run(tenant: string, id: string): Run {
    const found = this.runs.find((one) => one.id === id && one.tenant === tenant);
    if (!found) throw new Refused(404, 'There is no such run.');
    return found;
  }
}

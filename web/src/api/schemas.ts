import { z } from 'zod';
import { emptyGraph, graphDocument } from '@/graph/document';
import { NODE_STATUSES, RUN_STATUSES } from '@/run/status';
import { json } from '@/words/json';

/** A text that says nothing when it is empty. */
const filled = z.string().transform((text) => (text === '' ? undefined : text));

function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().optional() });
}

/** A problem of a drawing: where it is, what it is, what to do. */
export const issue = z.object({
  severity: z.enum(['ERROR', 'WARNING', 'INFO']),
  rule: z.string(),
  node: z.string().optional(),
  edge: z.string().optional(),
  field: z.string().optional(),
  column: z.number().optional(),
  message: z.string(),
  hint: filled,
});
export type Issue = z.infer<typeof issue>;

const issues = z.array(issue);

/** An RFC 9457 problem, with our errors per field and issues of a drawing. */
export const problem = z.object({
  type: z.string().default('about:blank'),
  title: z.string().default('Something went wrong'),
  status: z.number().default(0),
  detail: z.string().optional(),
  instance: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).default([]),
  issues: issues.default([]),
});
export type Problem = z.infer<typeof problem>;

export const tenant = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  role: z.enum(['USER', 'ADMIN', 'OWNER']),
});

export const session = z.object({
  accessToken: z.string(),
  expiresIn: z.number(),
  user: z.object({ id: z.string(), email: z.string(), name: z.string() }),
  tenant,
});
export type Session = z.infer<typeof session>;

export const health = z.object({
  demo: z.object({ email: z.string(), password: z.string() }).optional(),
});

const workflowHead = {
  id: z.string(),
  name: z.string(),
  description: filled,
  revision: z.number(),
  publishedVersion: z.number().optional(),
  createdAt: z.string(),
  updatedAt: z.string(),
};

export const workflowSummary = z.object({ ...workflowHead, triggers: z.array(z.string()) });
export type WorkflowSummary = z.infer<typeof workflowSummary>;
export const workflowPage = page(workflowSummary);

export const workflow = z.object({
  ...workflowHead,
  publishedAt: z.string().optional(),
  graph: graphDocument,
  issues,
  draftPublished: z.boolean(),
});
export type Workflow = z.infer<typeof workflow>;

export const validation = z.object({ valid: z.boolean(), issues });

/** Whether a run is kept and may wait, or answers at once. */
const KINDS = ['STANDARD', 'EXPRESS'] as const;

/** The state machine a drawing becomes. */
export const compiled = z.object({
  kind: z.enum(KINDS),
  kindReason: z.string(),
  definition: json,
  explanation: z.array(z.string()),
});

export const version = z.object({
  version: z.number(),
  publishedAt: z.string(),
  publishedBy: z.string(),
  note: filled,
  current: z.boolean(),
  kind: z.enum(KINDS),
  kindReason: z.string(),
});
export type Version = z.infer<typeof version>;
export const versionPage = page(version);
export const versionWithGraph = version.extend({ graph: graphDocument });

const runHead = {
  id: z.string(),
  workflow: z.string(),
  workflowName: z.string(),
  version: z.number(),
  trigger: z.string(),
  status: z.enum(RUN_STATUSES),
  startedAt: z.string(),
  endedAt: z.string().optional(),
  durationMs: z.number().optional(),
  error: z.string().optional(),
  cause: z.string().optional(),
};

/** A run in a list; version 0 is the draft. */
export const runSummary = z.object(runHead);
export type RunSummary = z.infer<typeof runSummary>;
export const runPage = page(runSummary);

const nodeHead = {
  node: z.string(),
  /** Of the iteration this tells of, such as `each1[3].loop2[0]`; empty outside containers. */
  path: z.string(),
  status: z.enum(NODE_STATUSES),
  port: z.string().optional(),
  attempts: z.number(),
  startedAt: z.string().optional(),
  endedAt: z.string().optional(),
  error: z.string().optional(),
};

/** How one node went in a run, with its data. */
export const nodeRun = z.object({
  ...nodeHead,
  /** How often it ran in the iterations of containers. */
  iterations: z.object({ count: z.number(), failed: z.number() }).optional(),
  durationMs: z.number().optional(),
  input: json.optional(),
  sent: json.optional(),
  output: json.optional(),
  cause: z.string().optional(),
  usage: json.optional(),
});
export type NodeRun = z.infer<typeof nodeRun>;

/** What a single node gave when it was tried. */
export const nodeTest = z.object({
  status: z.enum(['succeeded', 'failed']),
  port: z.string().optional(),
  output: json.optional(),
  sent: json.optional(),
  error: z.string().optional(),
  cause: z.string().optional(),
  milliseconds: z.number(),
});
export type NodeTest = z.infer<typeof nodeTest>;

export const nodeRuns = z.object({ items: z.array(nodeRun) });

export const run = z.object({
  ...runHead,
  /** The run that started this one, by running it or by failing. */
  parent: z
    .object({ run: z.string(), node: z.string(), path: z.string(), failed: z.boolean() })
    .optional(),
  input: json.optional(),
  output: json.optional(),
  /** None when the workflow was deleted. */
  graph: graphDocument.nullish().transform((graph) => graph ?? emptyGraph('Deleted workflow')),
  nodes: z.array(nodeRun),
});
export type Run = z.infer<typeof run>;

/** A message over the WebSocket: states without data. */
export const liveMessage = z.object({
  topic: z.string(),
  run: runSummary,
  nodes: z.array(z.object(nodeHead)),
});
export type LiveMessage = z.infer<typeof liveMessage>;

const named = z.object({ id: z.string(), name: z.string() });

/** A question that a run asks people. */
export const approval = z.object({
  id: z.string(),
  status: z.enum(['waiting', 'approved', 'rejected', 'expired', 'cancelled']),
  workflow: named,
  run: z.string(),
  node: named,
  path: z.string(),
  title: z.string(),
  message: filled,
  details: json.optional(),
  approvers: z.array(z.string()),
  askedAt: z.string(),
  expiresAt: z.string().optional(),
  decidedAt: z.string().optional(),
  decidedBy: named.optional(),
  comment: filled.optional(),
  mine: z.boolean(),
});
export type Approval = z.infer<typeof approval>;
export const approvalPage = page(approval);

export const secretPage = z.object({
  items: z.array(z.object({ name: z.string(), updatedAt: z.string() })),
});

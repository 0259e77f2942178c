import { z } from 'zod';
import { emptyGraph, graphDocument } from '@/graph/document';
import { NODE_STATUSES, RUN_STATUSES } from '@/run/status';
import { json } from '@/words/json';

/** A field a server may leave out or write as null. */
function maybe<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? undefined);
}

/** A text that says nothing when it is empty. */
const filled = z.string().nullish().transform((text) => (text === '' || text === null ? undefined : text));

const texts = z.array(z.string()).nullish().transform((value) => value ?? []);

function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: maybe(z.string()) });
}

/** A problem of a drawing: where it is, what it is, what to do. */
export const issue = z.object({
  severity: z.enum(['ERROR', 'WARNING', 'INFO']),
  rule: z.string(),
  node: maybe(z.string()),
  edge: maybe(z.string()),
  field: maybe(z.string()),
  column: maybe(z.number()),
  message: z.string(),
  hint: filled,
});
export type Issue = z.infer<typeof issue>;

const issues = z.array(issue).nullish().transform((value) => value ?? []);

/** An RFC 9457 problem, with our errors per field and issues of a drawing. */
export const problem = z.object({
  type: z.string().default('about:blank'),
  title: z.string().default('Something went wrong'),
  status: z.number().default(0),
  detail: maybe(z.string()),
  instance: maybe(z.string()),
  errors: z
    .array(z.object({ field: z.string(), message: z.string() }))
    .nullish()
    .transform((value) => value ?? []),
  issues,
});
export type Problem = z.infer<typeof problem>;

export const tenant = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  role: maybe(z.string()),
});

export const session = z.object({
  accessToken: z.string(),
  expiresIn: z.number(),
  user: z.object({ id: z.string(), email: z.string(), name: z.string() }),
  tenant,
});
export type Session = z.infer<typeof session>;

export const health = z.looseObject({
  demo: maybe(z.object({ email: z.string(), password: z.string() })),
});

const workflowHead = {
  id: z.string(),
  name: z.string(),
  description: maybe(z.string()),
  revision: z.number(),
  publishedVersion: maybe(z.number()),
  createdAt: z.string(),
  updatedAt: z.string(),
};

export const workflowSummary = z.object({ ...workflowHead, triggers: texts });
export type WorkflowSummary = z.infer<typeof workflowSummary>;
export const workflowPage = page(workflowSummary);

export const workflow = z.object({
  ...workflowHead,
  publishedAt: maybe(z.string()),
  graph: graphDocument,
  issues,
  draftPublished: z.boolean().nullish().transform((value) => value ?? false),
});
export type Workflow = z.infer<typeof workflow>;

export const validation = z.object({ valid: z.boolean(), issues });

/** The state machine a drawing becomes. */
export const compiled = z.object({
  kind: z.string(),
  kindReason: z.string(),
  definition: json,
  explanation: texts,
});

export const version = z.object({
  version: z.number(),
  publishedAt: z.string(),
  publishedBy: maybe(z.string()),
  note: filled,
  current: z.boolean().nullish().transform((value) => value ?? false),
  kind: maybe(z.string()),
  kindReason: maybe(z.string()),
});
export type Version = z.infer<typeof version>;
export const versionPage = page(version);
export const versionWithGraph = version.extend({ graph: graphDocument });

const runHead = {
  id: z.string(),
  workflow: z.string(),
  workflowName: maybe(z.string()),
  version: z.number(),
  trigger: maybe(z.string()),
  status: z.enum(RUN_STATUSES),
  startedAt: z.string(),
  endedAt: maybe(z.string()),
  durationMs: maybe(z.number()),
  error: maybe(z.string()),
  cause: maybe(z.string()),
};

/** A run in a list; version 0 is the draft. */
export const runSummary = z.object(runHead);
export type RunSummary = z.infer<typeof runSummary>;
export const runPage = page(runSummary);

const nodeHead = {
  node: z.string(),
  /** Of the iteration this tells of, such as `each1[3].loop2[0]`; empty outside containers. */
  path: z.string().nullish().transform((path) => path ?? ''),
  status: z.enum(NODE_STATUSES),
  port: maybe(z.string()),
  attempts: z.number().nullish().transform((value) => value ?? 1),
  startedAt: maybe(z.string()),
  endedAt: maybe(z.string()),
  error: maybe(z.string()),
};

/** How one node went in a run, with its data. */
export const nodeRun = z.object({
  ...nodeHead,
  /** How often it ran in the iterations of containers. */
  iterations: maybe(z.object({ count: z.number(), failed: z.number() })),
  durationMs: maybe(z.number()),
  input: json.optional(),
  sent: json.optional(),
  output: json.optional(),
  cause: maybe(z.string()),
  usage: json.optional(),
});
export type NodeRun = z.infer<typeof nodeRun>;

/** What a single node gave when it was tried. */
export const nodeTest = z.object({
  status: z.enum(['succeeded', 'failed']),
  port: maybe(z.string()),
  output: json.optional(),
  sent: json.optional(),
  error: maybe(z.string()),
  cause: maybe(z.string()),
  milliseconds: maybe(z.number()),
});
export type NodeTest = z.infer<typeof nodeTest>;

export const nodeRuns = z.object({ items: z.array(nodeRun) });

export const run = z.object({
  ...runHead,
  /** The run that started this one, by running it or by failing. */
  parent: maybe(z.object({ run: z.string(), node: z.string(), path: maybe(z.string()), failed: maybe(z.boolean()) })),
  input: json.optional(),
  output: json.optional(),
  graph: graphDocument.nullish().transform((graph) => graph ?? emptyGraph('Deleted workflow')),
  nodes: z.array(nodeRun).nullish().transform((value) => value ?? []),
});
export type Run = z.infer<typeof run>;

/** What starting a run answers; the data comes when it is asked for. */
export const startedRun = z.object(runHead);

/** A message over the WebSocket: states without data. */
export const liveMessage = z.object({
  topic: z.string(),
  run: runSummary,
  nodes: z.array(z.object(nodeHead)).nullish().transform((value) => value ?? []),
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
  path: z.string().nullish().transform((path) => path ?? ''),
  title: z.string(),
  message: filled,
  details: json.nullish(),
  approvers: texts,
  askedAt: z.string(),
  expiresAt: maybe(z.string()),
  decidedAt: maybe(z.string()),
  decidedBy: maybe(named),
  comment: filled,
  mine: z.boolean(),
});
export type Approval = z.infer<typeof approval>;
export const approvalPage = page(approval);

export const secretPage = z.object({
  items: z.array(z.object({ name: z.string(), updatedAt: maybe(z.string()) })),
});

import type { NodeType } from '@/catalog/nodeType';

/** How a run stands. */
export const RUN_STATUSES = ['running', 'succeeded', 'failed', 'timed-out', 'stopped'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** How a node of a run stands. */
export const NODE_STATUSES = ['running', 'waiting', 'succeeded', 'failed', 'skipped'] as const;
export type NodeStatus = (typeof NODE_STATUSES)[number];

/** The fixed colours of meaning. */
export type Tone = 'running' | 'waiting' | 'done' | 'failed' | 'skipped';

export const STATUS_TONES: Record<RunStatus | NodeStatus, Tone> = {
  running: 'running',
  waiting: 'waiting',
  succeeded: 'done',
  failed: 'failed',
  'timed-out': 'failed',
  stopped: 'skipped',
  skipped: 'skipped',
};

export const STATUS_WORDS: Record<RunStatus | NodeStatus, string> = {
  running: 'Running',
  waiting: 'Waiting',
  succeeded: 'Succeeded',
  failed: 'Failed',
  'timed-out': 'Timed out',
  stopped: 'Stopped',
  skipped: 'Skipped',
};

export function isOver(status: RunStatus): boolean {
  return status !== 'running';
}

/** A step that runs until someone gives an answer is not at work: it waits. */
export function standing(status: NodeStatus, type: NodeType | undefined): NodeStatus {
  return status === 'running' && type?.wiring.kind === 'await' ? 'waiting' : status;
}

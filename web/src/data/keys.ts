import type { Graph } from '@/graph/document';
import type { RunStatus } from '@/run/status';

/**
 * Under which keys the answers of the server are kept here. A key begins with the keys of what it is
 * part of, so that whoever forgets `runs.all` forgets every list of runs.
 */
export const keys = {
  health: ['health'],
  nodeTypes: ['node-types'],
  secrets: ['secrets'],
  workflows: {
    all: ['workflows'],
    callable: ['workflows', 'callable'],
  },
  workflow: (id: string) => ['workflow', id],
  compiled: (id: string, graph: Graph) => ['compile', id, graph],
  versions: {
    of: (workflow: string) => ['versions', workflow],
    /** Asked anew when another version is published. */
    since: (workflow: string, published: number | undefined) => ['versions', workflow, published],
  },
  version: (workflow: string, version: number | undefined) => ['version', workflow, version],
  runs: {
    all: ['runs'],
    lists: ['runs', 'list'],
    list: (workflow: string | undefined, status: RunStatus | undefined) => [
      'runs',
      'list',
      workflow,
      status,
    ],
    last: (workflow: string, status: RunStatus | undefined) => ['runs', 'last', workflow, status],
    children: (run: string, workflow: string | undefined) => ['runs', 'children', run, workflow],
  },
  run: {
    one: (id: string | undefined) => ['run', id],
    nodes: (id: string, path: string) => ['run', id, 'nodes', path],
  },
  approvals: {
    all: ['approvals'],
    list: (which: 'waiting' | 'decided') => ['approvals', which],
    one: (id: string) => ['approvals', 'one', id],
  },
} as const;

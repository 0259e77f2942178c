import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { Issue } from '@/api/schemas';
import { nodeById, type Graph } from '@/graph/document';

const ICONS = {
  ERROR: <CircleAlert size={16} className="mt-0.5 shrink-0 text-failed" aria-label="Problem" />,
  WARNING: (
    <TriangleAlert size={16} className="mt-0.5 shrink-0 text-waiting" aria-label="Warning" />
  ),
  INFO: <Info size={16} className="mt-0.5 shrink-0 text-running" aria-label="Note" />,
};

/** What is wrong with a drawing; choosing an entry goes to where it is. */
export function IssueList({
  issues,
  graph,
  onGo,
}: {
  issues: readonly Issue[];
  graph: Graph;
  onGo: (issue: Issue) => void;
}) {
  return (
    <ul className="flex flex-col gap-0.5">
      {issues.map((issue, index) => (
        <li key={index}>
          <button
            type="button"
            onClick={() => onGo(issue)}
            className="flex w-full gap-2 rounded-box px-2 py-1.5 text-left text-panel hover:bg-hover"
          >
            {ICONS[issue.severity]}
            <span className="min-w-0">
              {issue.node && (
                <span className="font-medium">
                  {nodeById(graph, issue.node)?.name ?? issue.node}:{' '}
                </span>
              )}
              {issue.message} {issue.hint && <span className="block text-soft">{issue.hint}</span>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

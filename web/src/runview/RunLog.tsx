import type { NodeRun, Run } from '@/api/schemas';
import { FamilyIcon } from '@/canvas/Card';
import { timesWords } from '@/canvas/model';
import { useCatalog } from '@/data/catalog';
import { nodeById } from '@/graph/document';
import { standing } from '@/run/status';
import { cut } from '@/words/count';
import { duration } from '@/words/time';
import { classes } from '@/ui/classes';
import { Status } from '@/ui/Status';

/** The steps of a run in the order they began; the skipped ones last. */
export function inOrder(nodes: readonly NodeRun[]): NodeRun[] {
  const start = (node: NodeRun) =>
    node.startedAt ? Date.parse(node.startedAt) : Number.MAX_SAFE_INTEGER;
  return [...nodes].sort((a, b) => start(a) - start(b));
}

/** The steps of a run as a list; choosing one shows its data. */
export function RunLog({
  run,
  chosen,
  onChoose,
}: {
  run: Run;
  chosen: string | undefined;
  onChoose: (node: string) => void;
}) {
  const catalog = useCatalog();
  if (run.nodes.length === 0)
    return <p className="p-4 text-panel text-faint">No step has begun yet.</p>;
  return (
    <ol aria-label="Steps of the run" className="p-1">
      {inOrder(run.nodes).map((one) => {
        const node = nodeById(run.graph, one.node);
        return (
          <li key={one.node}>
            <button
              type="button"
              aria-pressed={one.node === chosen}
              onClick={() => onChoose(one.node)}
              className={classes(
                'flex w-full items-center gap-2.5 rounded-box px-2 py-1.5 text-left text-panel hover:bg-hover',
                one.node === chosen && 'bg-accent-soft',
                one.status === 'skipped' && 'text-faint',
              )}
            >
              <FamilyIcon type={node && catalog.get(node.type)} />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{node?.name ?? one.node}</span>
                {one.error && (
                  <span className="block truncate text-xs text-failed">
                    {cut(one.cause ?? one.error, 120)}
                  </span>
                )}
              </span>
              {one.iterations && (
                <span className="text-xs text-soft">{timesWords(one.iterations)}</span>
              )}
              {!one.iterations && one.durationMs !== undefined && (
                <span className="text-xs text-faint">{duration(one.durationMs)}</span>
              )}
              <Status status={standing(one.status, node && catalog.get(node.type))} words={false} />
            </button>
          </li>
        );
      })}
    </ol>
  );
}

import { Hourglass } from 'lucide-react';
import { Link } from 'react-router';
import type { NodeRun } from '@/api/schemas';
import { useApprovals } from '@/data/approvals';

/** That a step waits for someone, with the way to the question; nothing for a step that waits for something else. */
export function WaitingFor({ run, node }: { run: string; node: NodeRun }) {
  const { data } = useApprovals('waiting');
  const all = data?.pages.flatMap((page) => page.items) ?? [];
  const mine = all.filter((one) => one.run === run && one.node.id === node.node);
  const asked = mine.find((one) => one.path === node.path) ?? mine[0];
  if (!asked) return null;
  return (
    <p className="flex items-center gap-2 rounded-box border border-line-strong bg-sunken px-3 py-2 text-panel text-waiting">
      <Hourglass size={16} className="shrink-0" aria-hidden />
      <span className="min-w-0 flex-1 truncate">Someone is asked: {asked.title}</span>
      <Link
        to={`/approvals/${asked.id}`}
        className="shrink-0 font-medium underline underline-offset-2"
      >
        {asked.mine ? 'Decide' : 'Look at it'}
      </Link>
    </p>
  );
}

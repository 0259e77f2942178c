import { Inbox } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import type { Approval } from '@/api/schemas';
import { useApprovals, type Which } from '@/data/approvals';
import { Button } from '@/ui/Button';
import { Page } from '@/ui/Page';
import { Empty, Loading, LoadFailed } from '@/ui/States';
import { Time } from '@/ui/Time';
import { Segments } from '@/ui/Toggle';
import { Standing } from './Standing';

const WHICH = [
  { value: 'waiting' as const, title: 'Waiting' },
  { value: 'decided' as const, title: 'Decided' },
];

/** What runs ask people: those that wait for an answer, and those that have one. */
export function ApprovalsPage() {
  const [params, setParams] = useSearchParams();
  const which: Which = params.get('show') === 'decided' ? 'decided' : 'waiting';
  const query = useApprovals(which);
  const all = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title="Approvals"
      actions={
        <Segments
          label="Show"
          value={which}
          options={WHICH}
          onChange={(next) =>
            setParams(next === 'decided' ? { show: 'decided' } : {}, { replace: true })
          }
        />
      }
    >
      {query.isPending && <Loading what="approvals" className="px-0" />}
      {query.isError && (
        <LoadFailed error={query.error} retry={() => void query.refetch()} what="The approvals" />
      )}
      {query.isSuccess && all.length === 0 && <None which={which} />}
      {all.length > 0 && (
        <ul
          aria-label="Approvals"
          className="overflow-hidden rounded-card border border-line bg-card"
        >
          {all.map((approval) => (
            <Row key={approval.id} approval={approval} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {query.isFetchingNextPage ? 'Loading…' : 'Show more'}
          </Button>
        </div>
      )}
    </Page>
  );
}

function Row({ approval }: { approval: Approval }) {
  return (
    <li className="relative flex items-center gap-x-4 gap-y-1 border-b border-line px-4 py-3 last:border-0 hover:bg-hover max-sm:flex-wrap">
      <div className="min-w-0 flex-1 max-sm:basis-full">
        <Link
          to={`/approvals/${approval.id}`}
          className="block truncate font-medium after:absolute after:inset-0"
        >
          {approval.title}
        </Link>
        <p className="truncate text-panel text-soft">
          {approval.workflow.name} · {approval.node.name}
        </p>
      </div>
      <Standing approval={approval} />
      <span className="relative text-right text-panel text-soft sm:w-24">
        <Time at={approval.decidedAt ?? approval.askedAt} />
      </span>
    </li>
  );
}

function None({ which }: { which: Which }) {
  if (which === 'decided')
    return (
      <Empty title="Nothing has been decided yet">What you and others decide is listed here.</Empty>
    );
  return (
    <Empty
      icon={<Inbox size={32} strokeWidth={1.5} />}
      title="Nothing waits for you"
      action={
        <Link to="/workflows" className="text-accent underline underline-offset-2">
          Go to your workflows
        </Link>
      }
    >
      A workflow asks here when it comes to the step Approval. Draw one into a workflow to be asked
      before something matters.
    </Empty>
  );
}

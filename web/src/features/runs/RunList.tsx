import { History } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { RunSummary } from '@/api/schemas';
import { RUN_STATUSES, STATUS_WORDS, type RunStatus } from '@/run/status';
import { duration } from '@/words/time';
import { Button } from '@/ui/Button';
import { Select } from '@/ui/Field';
import { Empty, Loading, LoadFailed } from '@/ui/States';
import { Status } from '@/ui/Status';
import { Time } from '@/ui/Time';
import { useRuns } from './useRuns';

const FILTERS = [
  { value: '', title: 'All runs' },
  ...RUN_STATUSES.map((status) => ({ value: status, title: STATUS_WORDS[status] })),
];

/** Runs, newest first, with a filter. Loading is never shown as "none". */
export function RunList({ workflow }: { workflow?: string }) {
  const [status, setStatus] = useState<RunStatus>();
  const query = useRuns(workflow, status);
  const runs = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="mb-4 w-44">
        <Select
          aria-label="Show"
          options={FILTERS}
          value={status ?? ''}
          onChange={(event) =>
            setStatus((event.target.value || undefined) as RunStatus | undefined)
          }
        />
      </div>
      {query.isPending && <Loading what="runs" className="px-0" />}
      {query.isError && (
        <LoadFailed error={query.error} retry={() => void query.refetch()} what="The runs" />
      )}
      {query.isSuccess && runs.length === 0 && <None status={status} workflow={workflow} />}
      {runs.length > 0 && (
        <ul aria-label="Runs" className="overflow-hidden rounded-card border border-line bg-card">
          {runs.map((run) => (
            <Row key={run.id} run={run} named={workflow === undefined} />
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
    </>
  );
}

function Row({ run, named }: { run: RunSummary; named: boolean }) {
  return (
    <li className="relative flex items-center gap-x-4 border-b border-line px-4 py-2.5 last:border-0 hover:bg-hover max-sm:flex-wrap">
      <span className="w-28 shrink-0">
        <Status status={run.status} />
      </span>
      <Link
        to={`/runs/${run.id}`}
        className="min-w-0 flex-1 truncate font-medium after:absolute after:inset-0"
      >
        {named ? run.workflowName : versionWords(run)}
        {!named && (
          <span className="ml-3 font-mono text-xs font-normal text-faint max-sm:hidden">
            {run.id}
          </span>
        )}
      </Link>
      {run.error && (
        <span className="min-w-0 flex-1 truncate text-panel text-failed max-sm:order-last max-sm:basis-full">
          {run.cause ?? run.error}
        </span>
      )}
      {named && (
        <span className="w-20 shrink-0 text-panel text-soft max-sm:hidden">
          {versionWords(run)}
        </span>
      )}
      <span className="w-20 shrink-0 text-right text-panel text-soft max-sm:w-auto">
        {run.durationMs === undefined ? '' : duration(run.durationMs)}
      </span>
      <span className="relative w-24 shrink-0 text-right text-panel text-soft max-sm:w-auto">
        <Time at={run.startedAt} />
      </span>
    </li>
  );
}

const versionWords = (run: RunSummary) => (run.version === 0 ? 'Draft' : `Version ${run.version}`);

function None({
  status,
  workflow,
}: {
  status: RunStatus | undefined;
  workflow: string | undefined;
}) {
  if (status)
    return (
      <Empty title={`No run is “${STATUS_WORDS[status].toLowerCase()}”`}>
        Choose All runs to see the others.
      </Empty>
    );
  return (
    <Empty
      icon={<History size={32} strokeWidth={1.5} />}
      title="Nothing has run yet"
      action={
        <Link
          to={workflow ? `/workflows/${workflow}` : '/workflows'}
          className="text-accent underline underline-offset-2"
        >
          {workflow ? 'Go to the editor' : 'Go to your workflows'}
        </Link>
      }
    >
      Press Run in the editor to try a draft, or publish it and let its trigger start it.
    </Empty>
  );
}

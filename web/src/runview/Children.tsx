import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { keys } from '@/data/keys';
import { useApi } from '@/data/services';
import { Status } from '@/ui/Status';
import { Time } from '@/ui/Time';

/** How much of its id a run hands on to those it starts. */
const HANDED_ON = 36;

/** The runs of another workflow that this run started, the newest of them; their ids begin with this one's. */
export function Children({ run, workflow }: { run: string; workflow: string }) {
  const api = useApi();
  const { data } = useQuery({
    queryKey: keys.runs.children(run, workflow),
    queryFn: async () =>
      (await api.runs({ workflow, limit: 100 })).items.filter((one) =>
        one.id.startsWith(`${run.slice(0, HANDED_ON)}-`),
      ),
  });
  if (!data || data.length === 0) return null;
  return (
    <section aria-label="Runs it started" className="border-b border-line px-4 py-3 last:border-0">
      <h3 className="mb-1 text-panel font-medium">Runs it started</h3>
      <ul className="flex flex-col gap-1">
        {data.map((one) => (
          <li key={one.id} className="flex items-center gap-3 text-panel">
            <Status status={one.status} />
            <Link
              to={`/runs/${one.id}`}
              className="min-w-0 flex-1 truncate text-accent underline underline-offset-2"
            >
              {one.workflowName}
            </Link>
            <span className="text-soft">
              <Time at={one.startedAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

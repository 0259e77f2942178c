import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { NavLink, Outlet, Link, useParams } from 'react-router';
import { isStatus } from '@/api/http';
import { keys } from '@/data/keys';
import { DraftProvider } from '@/draft/context';
import { useApi } from '@/data/services';
import { classes } from '@/ui/classes';
import { Empty, Loading, LoadFailed } from '@/ui/States';
import { ConflictDialog } from './ConflictDialog';
import { PublishDialog } from './PublishDialog';
import { RunDialog } from './RunDialog';
import { SettingsDialog } from './SettingsDialog';
import { TopBar } from './TopBar';

/** Everything about one workflow: its bar, its tabs and, below, the page one is on. */
export function WorkflowFrame() {
  const { workflow: id = '' } = useParams();
  const api = useApi();
  const query = useQuery({
    queryKey: keys.workflow(id),
    queryFn: () => api.workflow(id),
    // The draft lives in its own store from here on; a stale copy must never be opened again.
    gcTime: 0,
    staleTime: Infinity,
  });
  if (query.isPending) return <Loading what="the workflow" className="mx-auto max-w-5xl pt-20" />;
  if (isStatus(query.error, 404)) {
    return (
      <Empty
        title="This workflow isn’t here"
        action={
          <Link to="/workflows" className="text-accent underline underline-offset-2">
            Go to your workflows
          </Link>
        }
      >
        It may have been deleted, or belong to another workspace.
      </Empty>
    );
  }
  if (query.isError)
    return (
      <LoadFailed error={query.error} retry={() => void query.refetch()} what="The workflow" />
    );
  return (
    <DraftProvider key={id} workflow={query.data}>
      <div className="flex h-full flex-col">
        <TopBar />
        <nav aria-label="Workflow" className="flex shrink-0 gap-5 border-b border-line px-4">
          <TabLink to={`/workflows/${id}`}>Editor</TabLink>
          <TabLink to={`/workflows/${id}/runs`}>Runs</TabLink>
          <TabLink to={`/workflows/${id}/versions`}>Versions</TabLink>
        </nav>
        <div className="min-h-0 flex-1">
          <Suspense fallback={<Loading what="the page" className="mx-auto max-w-5xl pt-8" />}>
            <Outlet />
          </Suspense>
        </div>
      </div>
      <RunDialog />
      <PublishDialog />
      <SettingsDialog />
      <ConflictDialog />
    </DraftProvider>
  );
}

function TabLink({ to, children }: { to: string; children: string }) {
  return (
    <NavLink
      to={to}
      end
      className={({ isActive }) =>
        classes(
          '-mb-px flex h-9 items-center border-b-2 text-panel transition-colors duration-150',
          isActive
            ? 'border-accent font-medium text-ink'
            : 'border-transparent text-soft hover:text-ink',
        )
      }
    >
      {children}
    </NavLink>
  );
}

import { lazy, Suspense } from 'react';
import { Navigate, Outlet, Route, Routes, useLocation } from 'react-router';
import { CatalogContext, useCatalogQuery } from '@/data/catalog';
import { ApprovalPage } from '@/features/approvals/ApprovalPage';
import { ApprovalsPage } from '@/features/approvals/ApprovalsPage';
import { SignIn } from '@/features/auth/SignIn';
import { SignUp } from '@/features/auth/SignUp';
import { RunsPage } from '@/features/runs/RunsPage';
import { WorkflowRuns } from '@/features/runs/WorkflowRuns';
import { VersionsPage } from '@/features/versions/VersionsPage';
import { WorkflowFrame } from '@/features/workflow/WorkflowFrame';
import { WorkflowsPage } from '@/features/workflows/WorkflowsPage';
import { Loading, LoadFailed } from '@/ui/States';
import { Rail } from './Rail';

// The canvas is the larger half of the code; lists don't wait for it.
const EditorPage = lazy(async () => ({
  default: (await import('@/features/editor/EditorPage')).EditorPage,
}));
const RunPage = lazy(async () => ({ default: (await import('@/features/runs/RunPage')).RunPage }));

/** The pages for someone signed in. Where they wanted to go before signing in is where they go. */
export function Inside() {
  return (
    <Routes>
      <Route element={<Frame />}>
        <Route path="/workflows" element={<WorkflowsPage />} />
        <Route path="/workflows/:workflow" element={<WorkflowFrame />}>
          <Route index element={<EditorPage />} />
          <Route path="runs" element={<WorkflowRuns />} />
          <Route path="versions" element={<VersionsPage />} />
        </Route>
        <Route path="/approvals" element={<ApprovalsPage />} />
        <Route path="/approvals/:approval" element={<ApprovalPage />} />
        <Route path="/runs" element={<RunsPage />} />
        <Route path="/runs/:run" element={<RunPage />} />
      </Route>
      <Route path="*" element={<Onward />} />
    </Routes>
  );
}

export function Outside() {
  const { pathname, search } = useLocation();
  const auth = pathname === '/sign-in' || pathname === '/sign-up';
  return (
    <Routes>
      <Route path="/sign-in" element={<SignIn />} />
      <Route path="/sign-up" element={<SignUp />} />
      <Route
        path="*"
        element={
          <Navigate to="/sign-in" replace state={auth ? undefined : { from: pathname + search }} />
        }
      />
    </Routes>
  );
}

function Onward() {
  const { state } = useLocation() as { state: { from?: string } | null };
  return <Navigate to={state?.from ?? '/workflows'} replace />;
}

function Frame() {
  const catalog = useCatalogQuery();
  return (
    <div className="flex h-dvh flex-col overflow-hidden md:flex-row">
      <Rail />
      <main className="min-h-0 min-w-0 flex-1">
        {catalog.isPending && <Loading what="Heddle" className="mx-auto max-w-5xl pt-20" />}
        {catalog.isError && (
          <LoadFailed
            error={catalog.error}
            retry={() => void catalog.refetch()}
            what="The node types"
          />
        )}
        {catalog.isSuccess && (
          <CatalogContext value={catalog.data}>
            <Suspense fallback={<Loading what="the page" className="mx-auto max-w-5xl pt-20" />}>
              <Outlet />
            </Suspense>
          </CatalogContext>
        )}
      </main>
    </div>
  );
}

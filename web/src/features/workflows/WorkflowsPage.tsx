import { Plus, Search, Workflow as WorkflowIcon } from 'lucide-react';
import { useState } from 'react';
import type { WorkflowSummary } from '@/api/schemas';
import { useCatalog } from '@/data/catalog';
import { emptyGraph } from '@/graph/document';
import { count } from '@/words/count';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { TextInput } from '@/ui/Field';
import { Menu } from '@/ui/Menu';
import { Page } from '@/ui/Page';
import { Empty, Loading, LoadFailed } from '@/ui/States';
import { sampleFor } from './sample';
import { useCreateWorkflow, useDeleteWorkflow, useWorkflows } from './useWorkflows';
import { WorkflowRow } from './WorkflowRow';

export function WorkflowsPage() {
  const query = useWorkflows();
  const [search, setSearch] = useState('');
  const [doomed, setDoomed] = useState<WorkflowSummary>();
  const all = query.data?.pages.flatMap((page) => page.items) ?? [];
  const found = all.filter((one) =>
    `${one.name} ${one.description ?? ''}`.toLowerCase().includes(search.trim().toLowerCase()),
  );
  return (
    <Page title="Workflows" actions={all.length > 0 && <Create />}>
      {query.isPending && <Loading what="workflows" />}
      {query.isError && (
        <LoadFailed error={query.error} retry={() => void query.refetch()} what="Your workflows" />
      )}
      {query.isSuccess && all.length === 0 && <First />}
      {all.length > 0 && (
        <>
          <div className="relative mb-4 max-w-sm">
            <Search
              size={16}
              className="pointer-events-none absolute top-2 left-2.5 text-faint"
              aria-hidden
            />
            <TextInput
              type="search"
              aria-label="Search workflows"
              placeholder="Search workflows"
              className="pl-8"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          </div>
          <ul
            className="overflow-hidden rounded-card border border-line bg-card"
            aria-label="Workflows"
          >
            {found.map((workflow) => (
              <WorkflowRow
                key={workflow.id}
                workflow={workflow}
                onDelete={() => setDoomed(workflow)}
              />
            ))}
          </ul>
          {found.length === 0 && (
            <p className="py-8 text-center text-soft">
              No workflow here has “{search}” in its name
              {query.hasNextPage ? '; there are more to load' : ''}.
            </p>
          )}
          {query.hasNextPage && (
            <div className="mt-4 flex justify-center">
              <Button
                disabled={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {query.isFetchingNextPage ? 'Loading…' : 'Show more'}
              </Button>
            </div>
          )}
          <p className="sr-only" role="status">
            {search && count(found.length, 'workflow found', 'workflows found')}
          </p>
        </>
      )}
      <DeleteDialog workflow={doomed} onClose={() => setDoomed(undefined)} />
    </Page>
  );
}

function Create() {
  const create = useCreateWorkflow();
  const sample = sampleFor(useCatalog());
  const blank = () => create.mutate(emptyGraph('Untitled workflow'));
  if (!sample) {
    return (
      <Button look="primary" disabled={create.isPending} onClick={blank}>
        <Plus size={16} aria-hidden /> New workflow
      </Button>
    );
  }
  return (
    <Menu
      trigger={
        <Button look="primary" disabled={create.isPending}>
          <Plus size={16} aria-hidden /> New workflow
        </Button>
      }
      groups={[
        [
          { title: 'Start from blank', run: blank },
          { title: 'Start from the sample', run: () => create.mutate(sample) },
        ],
      ]}
    />
  );
}

function First() {
  const create = useCreateWorkflow();
  const sample = sampleFor(useCatalog());
  return (
    <Empty
      icon={<WorkflowIcon size={32} strokeWidth={1.5} />}
      title="Draw your first workflow"
      action={
        <>
          <Button
            look="primary"
            disabled={create.isPending}
            onClick={() => create.mutate(emptyGraph('Untitled workflow'))}
          >
            Start from blank
          </Button>
          {sample && (
            <Button disabled={create.isPending} onClick={() => create.mutate(sample)}>
              Start from the sample
            </Button>
          )}
        </>
      }
    >
      A workflow starts with a trigger, such as a webhook, and goes from step to step. The sample
      shows how.
    </Empty>
  );
}

function DeleteDialog({
  workflow,
  onClose,
}: {
  workflow: WorkflowSummary | undefined;
  onClose: () => void;
}) {
  const remove = useDeleteWorkflow();
  return (
    <Dialog
      open={workflow !== undefined}
      onClose={onClose}
      title={`Delete “${workflow?.name ?? ''}”?`}
      about={`Its draft and all versions are deleted${workflow?.publishedVersion ? ', and it stops answering' : ''}. This can’t be undone.`}
      foot={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button
            look="danger"
            disabled={remove.isPending}
            onClick={() => workflow && remove.mutate(workflow.id, { onSettled: onClose })}
          >
            Delete workflow
          </Button>
        </>
      }
    />
  );
}

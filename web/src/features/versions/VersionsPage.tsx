import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { GitCommitVertical } from 'lucide-react';
import { useState } from 'react';
import { messageOf } from '@/api/problem';
import type { Version } from '@/api/schemas';
import { keys } from '@/data/keys';
import { useApi } from '@/data/services';
import { useDraft, useDraftStore } from '@/draft/context';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Field } from '@/ui/Field';
import { notify } from '@/ui/notices';
import { Page } from '@/ui/Page';
import { Empty, Loading, LoadFailed } from '@/ui/States';
import { Time } from '@/ui/Time';
import { Toggle } from '@/ui/Toggle';

/** The published versions of the workflow that is open; any of them can be made current again. */
export function VersionsPage() {
  const id = useDraft((draft) => draft.id);
  const published = useDraft((draft) => draft.workflow.publishedVersion);
  const api = useApi();
  const [chosen, setChosen] = useState<Version>();
  const query = useInfiniteQuery({
    queryKey: keys.versions.since(id, published),
    queryFn: ({ pageParam }) => api.versions(id, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
  const versions = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title="Versions">
      {query.isPending && <Loading what="versions" className="px-0" />}
      {query.isError && (
        <LoadFailed error={query.error} retry={() => void query.refetch()} what="The versions" />
      )}
      {query.isSuccess && versions.length === 0 && (
        <Empty icon={<GitCommitVertical size={32} strokeWidth={1.5} />} title="Not published yet">
          Publish makes a version out of the draft. Versions never change; you can go back to any of
          them.
        </Empty>
      )}
      {versions.length > 0 && (
        <ul
          aria-label="Versions"
          className="overflow-hidden rounded-card border border-line bg-card"
        >
          {versions.map((version) => (
            <Row key={version.version} version={version} onRestore={() => setChosen(version)} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button onClick={() => void query.fetchNextPage()}>Show more</Button>
        </div>
      )}
      {chosen && <RollBack version={chosen} onClose={() => setChosen(undefined)} />}
    </Page>
  );
}

function Row({ version, onRestore }: { version: Version; onRestore: () => void }) {
  return (
    <li className="flex items-center gap-4 border-b border-line px-4 py-3 last:border-0">
      <span className="w-10 shrink-0 font-semibold">v{version.version}</span>
      <div className="min-w-0 flex-1">
        <p className="truncate">{version.note ?? <span className="text-faint">No note</span>}</p>
        <p className="text-panel text-soft">
          <Time at={version.publishedAt} />
          {` by ${version.publishedBy} `}
          <span title={version.kindReason}>
            · <span className="capitalize">{version.kind.toLowerCase()}</span>
          </span>
        </p>
      </div>
      {version.current ? (
        <span className="rounded-full bg-accent-soft px-2.5 py-0.5 text-panel font-medium text-accent">
          Current
        </span>
      ) : (
        <Button small onClick={onRestore}>
          Roll back
        </Button>
      )}
    </li>
  );
}

function RollBack({ version, onClose }: { version: Version; onClose: () => void }) {
  const api = useApi();
  const store = useDraftStore();
  const client = useQueryClient();
  const id = useDraft((draft) => draft.id);
  const [draft, setDraft] = useState(false);
  const restore = useMutation({
    mutationFn: async () => {
      if (draft) await store.autosave.flush();
      await api.restore(id, version.version, draft);
      return api.workflow(id);
    },
    onSuccess: (workflow) => {
      if (draft) store.adopt(workflow);
      else store.setState({ workflow });
      void client.invalidateQueries({ queryKey: keys.versions.of(id) });
      notify(`Version ${version.version} is the published one now.`);
      onClose();
    },
    onError: (error) => notify(messageOf(error), 'failed'),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Roll back to version ${version.version}?`}
      about="It answers from the next call on. Runs that have begun end in the version they began in."
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={restore.isPending} onClick={() => restore.mutate()}>
            Roll back
          </Button>
        </>
      }
    >
      <Field
        label="Put it into the draft, too"
        hint="Your present draft is replaced; undo in the editor brings it back."
      >
        <Toggle checked={draft} onChange={setDraft} />
      </Field>
    </Dialog>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiProblem, messageOf } from '@/api/problem';
import type { Issue } from '@/api/schemas';
import { IssueList } from '@/canvas/IssueList';
import { keys } from '@/data/keys';
import { useApi } from '@/data/services';
import { useDraft, useDraftStore, useGraph } from '@/draft/context';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Field, TextArea } from '@/ui/Field';
import { notify } from '@/ui/notices';
import { Alert } from '@/ui/States';
import { useChanges } from './useChanges';

/** Makes a version of the draft, or says what stands in its way. */
export function PublishDialog() {
  const open = useDraft((draft) => draft.asked === 'publish');
  return open ? <Publish /> : null;
}

function usePublish(onDone: () => void) {
  const api = useApi();
  const store = useDraftStore();
  const client = useQueryClient();
  const id = useDraft((draft) => draft.id);
  return useMutation({
    mutationFn: async (note: string) => {
      await store.autosave.flush();
      const version = await api.publish(id, note.trim());
      return { version, workflow: await api.workflow(id) };
    },
    onSuccess: ({ version, workflow }) => {
      store.setState({ workflow, issues: workflow.issues });
      void client.invalidateQueries({ queryKey: keys.versions.of(id) });
      notify(`Version ${version.version} is published.`);
      onDone();
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.issues.length > 0) store.setIssues(error.issues);
    },
  });
}

function Publish() {
  const store = useDraftStore();
  const navigate = useNavigate();
  const graph = useGraph();
  const id = useDraft((draft) => draft.id);
  const version = useDraft((draft) => draft.workflow.publishedVersion);
  const changes = useChanges();
  const [note, setNote] = useState('');
  const close = () => store.ask(undefined);
  const publish = usePublish(close);
  const issues = publish.error instanceof ApiProblem ? publish.error.issues : [];
  const go = (issue: Issue) => {
    close();
    store.goTo(issue);
    void navigate(`/workflows/${id}`);
  };
  return (
    <Dialog
      open
      onClose={close}
      title="Publish"
      about={about(version, changes)}
      foot={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" disabled={publish.isPending} onClick={() => publish.mutate(note)}>
            {publish.isPending ? 'Publishing…' : 'Publish'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label="Note" hint="What changed, for those who look at the versions later.">
          <TextArea
            rows={2}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
        {publish.isError && <Alert>{messageOf(publish.error)}</Alert>}
        {issues.length > 0 && <IssueList issues={issues} graph={graph} onGo={go} />}
      </div>
    </Dialog>
  );
}

function about(version: number | undefined, changes: string | undefined): string {
  if (version === undefined) return 'The draft becomes version 1, and its triggers start to work.';
  if (changes === '')
    return `Nothing has changed since version ${version}, but you can publish again.`;
  return changes
    ? `Since version ${version}: ${changes}.`
    : `The draft becomes version ${version + 1} and replaces what is published.`;
}

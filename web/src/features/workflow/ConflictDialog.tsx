import { useMutation } from '@tanstack/react-query';
import { messageOf } from '@/api/problem';
import { useApi } from '@/data/services';
import { useDraft, useDraftStore } from '@/draft/context';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { notify } from '@/ui/notices';

/** Someone else saved first: theirs or mine. Escape leaves both as they are for now. */
export function ConflictDialog() {
  const api = useApi();
  const store = useDraftStore();
  const id = useDraft((draft) => draft.id);
  const open = useDraft((draft) => draft.save.kind === 'conflict');
  const onError = (error: unknown) => notify(messageOf(error), 'failed');
  const theirs = useMutation({
    mutationFn: () => api.workflow(id),
    onSuccess: (workflow) => store.adopt(workflow),
    onError,
  });
  const mine = useMutation({ mutationFn: () => store.autosave.overwrite(), onError });
  const busy = theirs.isPending || mine.isPending;
  return (
    <Dialog
      open={open}
      onClose={() => undefined}
      title="Someone else changed this workflow"
      about="It was saved in another tab, or by someone else, after you opened it here. Yours is kept in this browser until you decide."
      foot={
        <>
          <Button disabled={busy} onClick={() => mine.mutate()}>
            Overwrite with mine
          </Button>
          <Button look="primary" disabled={busy} onClick={() => theirs.mutate()}>
            Take theirs
          </Button>
        </>
      }
    >
      <p className="text-panel text-soft">If you take theirs, undo brings yours back.</p>
    </Dialog>
  );
}

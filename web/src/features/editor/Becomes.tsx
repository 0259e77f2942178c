import { useQuery } from '@tanstack/react-query';
import { ApiProblem } from '@/api/problem';
import { IssueList } from '@/canvas/IssueList';
import { keys } from '@/data/keys';
import { useApi } from '@/data/services';
import { useDraft, useDraftStore, useGraph } from '@/draft/context';
import { DataBlock } from '@/runview/NodeData';
import { Dialog } from '@/ui/Dialog';
import { Loading, LoadFailed } from '@/ui/States';
import { useEditor } from './editorContext';

/** What the compiler makes of the drawing, in words and as the state machine itself. */
export function Becomes() {
  const { floating } = useEditor();
  return floating?.kind === 'becomes' ? <Made /> : null;
}

function Made() {
  const { float } = useEditor();
  const api = useApi();
  const store = useDraftStore();
  const graph = useGraph();
  const id = useDraft((draft) => draft.id);
  const query = useQuery({
    queryKey: keys.compiled(id, graph),
    queryFn: () => api.compile(id, graph),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  const close = () => float(undefined);
  const issues = query.error instanceof ApiProblem ? query.error.issues : [];
  return (
    <Dialog
      open
      wide
      onClose={close}
      title="What it becomes"
      about="The state machine that Step Functions runs, as the drawing is now."
    >
      {query.isPending && <Loading what="the state machine" rows={3} />}
      {query.isError && issues.length === 0 && (
        <LoadFailed
          error={query.error}
          retry={() => void query.refetch()}
          what="The state machine"
        />
      )}
      {issues.length > 0 && (
        <>
          <p className="px-2 pb-2 text-soft">
            It becomes nothing yet: these problems stand in the way.
          </p>
          <IssueList
            issues={issues}
            graph={graph}
            onGo={(issue) => {
              close();
              store.goTo(issue);
            }}
          />
        </>
      )}
      {query.data && (
        <div className="flex flex-col gap-4 pb-4">
          <p>
            <span className="font-medium">
              {query.data.kind === 'EXPRESS' ? 'An Express machine.' : 'A Standard machine.'}
            </span>{' '}
            {query.data.kindReason}
          </p>
          {query.data.explanation.length > 0 && (
            <ul className="list-disc pl-5 text-panel leading-5">
              {query.data.explanation.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
          <div className="-mx-1 rounded-card border border-line">
            <DataBlock
              title="Definition"
              note="Amazon States Language"
              value={query.data.definition}
            />
          </div>
        </div>
      )}
    </Dialog>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RotateCcw, StepForward } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiProblem, messageOf } from '@/api/problem';
import type { Run } from '@/api/schemas';
import { IssueList } from '@/canvas/IssueList';
import { keys } from '@/data/keys';
import { useApi } from '@/data/services';
import type { GraphNode } from '@/graph/document';
import { containersOf } from '@/graph/nest';
import { isOver, type RunStatus } from '@/run/status';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { notify } from '@/ui/notices';
import { Alert } from '@/ui/States';

/** What lets a run be taken up again, and how that is said. */
const REDRIVEN: Partial<Record<RunStatus, string>> = {
  failed: 'Redrive from the failure',
  'timed-out': 'Redrive from where time ran out',
  stopped: 'Redrive from where it was stopped',
};

/** Lets a run that failed or was stopped go on from there. */
export function Redrive({ run }: { run: Run }) {
  const api = useApi();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const redrive = useMutation({
    mutationFn: () => api.redriveRun(run.id),
    onSuccess: () => {
      setOpen(false);
      notify('The run goes on.');
      void client.invalidateQueries({ queryKey: keys.run.one(run.id) });
      void client.invalidateQueries({ queryKey: keys.runs.all });
    },
  });
  const words = REDRIVEN[run.status];
  if (words === undefined) return null;
  return (
    <>
      <Button small className="ml-auto" onClick={() => setOpen(true)}>
        <RotateCcw size={14} aria-hidden /> {words}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={`${words}?`}
        about="This run goes on: the steps that didn’t succeed are done again, then those after them. What has succeeded stays and isn’t done again. It is still the version it was, whatever was changed since."
        foot={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button look="primary" disabled={redrive.isPending} onClick={() => redrive.mutate()}>
              {redrive.isPending ? 'Starting…' : 'Redrive'}
            </Button>
          </>
        }
      >
        {redrive.isError && <Alert>{messageOf(redrive.error)}</Alert>}
      </Dialog>
    </>
  );
}

/** A new run that begins at a step, with what this run had before it. */
export function RunFromHere({ run, node }: { run: Run; node: GraphNode }) {
  const api = useApi();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  // A container is begun again as a whole.
  const from = containersOf(run.graph, node.id).at(-1) ?? node;
  const fork = useMutation({
    mutationFn: () => api.forkRun(run.id, from.id),
    onSuccess: (started) => {
      void client.invalidateQueries({ queryKey: keys.runs.all });
      void navigate(`/runs/${started.id}`);
    },
  });
  const issues = fork.error instanceof ApiProblem ? fork.error.issues : [];
  if (!isOver(run.status)) return null;
  return (
    <>
      <Button small className="self-start" onClick={() => setOpen(true)}>
        <StepForward size={14} aria-hidden /> Run again from here
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Run again from “${from.name}”?`}
        about={`A new run begins at “${from.name}”${from === node ? '' : ', which is begun again as a whole'}. What came before is taken from this run and isn’t done again; everything after is done as ${run.version === 0 ? 'the draft is drawn now' : 'it is published now'}.`}
        foot={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button look="primary" disabled={fork.isPending} onClick={() => fork.mutate()}>
              {fork.isPending ? 'Starting…' : 'Run from here'}
            </Button>
          </>
        }
      >
        {fork.isError && <Alert>{messageOf(fork.error)}</Alert>}
        {issues.length > 0 && (
          <IssueList
            issues={issues}
            graph={run.graph}
            onGo={() => void navigate(`/workflows/${run.workflow}`)}
          />
        )}
      </Dialog>
    </>
  );
}

import { Check, ChevronLeft, X } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { isStatus } from '@/api/http';
import { messageOf } from '@/api/problem';
import type { Approval } from '@/api/schemas';
import { useApproval, useDecide } from '@/data/approvals';
import { pathWords } from '@/run/path';
import { DataBlock } from '@/runview/NodeData';
import { listed } from '@/words/count';
import { Button } from '@/ui/Button';
import { Field, TextArea } from '@/ui/Field';
import { notify } from '@/ui/notices';
import { Page } from '@/ui/Page';
import { Alert, Empty, Loading, LoadFailed } from '@/ui/States';
import { Time } from '@/ui/Time';
import { Standing } from './Standing';

const LINK = 'text-accent underline underline-offset-2';

/** One question of a run: what is asked, what it is about, and the two answers. */
export function ApprovalPage() {
  const { approval: id = '' } = useParams();
  const query = useApproval(id);
  if (query.data) return <Question key={query.data.id} approval={query.data} />;
  if (isStatus(query.error, 404)) {
    return (
      <Empty
        title="This approval isn’t here"
        action={
          <Link to="/approvals" className={LINK}>
            See all approvals
          </Link>
        }
      >
        It may be too old to be kept, or belong to another workspace.
      </Empty>
    );
  }
  if (query.isError)
    return (
      <LoadFailed error={query.error} retry={() => void query.refetch()} what="The approval" />
    );
  return <Loading what="the approval" className="mx-auto max-w-5xl pt-16" />;
}

function Question({ approval }: { approval: Approval }) {
  const decide = useDecide(approval.id);
  return (
    <Page title={approval.title} above={<Back />} actions={<Standing approval={approval} />}>
      <div className="flex max-w-2xl flex-col gap-5">
        <Facts approval={approval} />
        {approval.message && <p className="break-words whitespace-pre-wrap">{approval.message}</p>}
        {approval.details !== undefined && approval.details !== null && (
          <div className="overflow-hidden rounded-card border border-line bg-card">
            <DataBlock title="Details" value={approval.details} />
          </div>
        )}
        {decide.isError && (
          <Alert>
            {isStatus(decide.error, 409)
              ? `${messageOf(decide.error)} Your decision was not taken.`
              : messageOf(decide.error)}
          </Alert>
        )}
        {approval.status === 'waiting' ? (
          <Answer approval={approval} decide={decide} />
        ) : (
          <Decided approval={approval} />
        )}
      </div>
    </Page>
  );
}

function Back() {
  return (
    <Link
      to="/approvals"
      className="mb-2 inline-flex min-h-6 items-center gap-1 text-panel text-soft hover:text-ink"
    >
      <ChevronLeft size={16} aria-hidden /> Approvals
    </Link>
  );
}

function Facts({ approval }: { approval: Approval }) {
  return (
    <p className="text-panel text-soft">
      “{approval.node.name}” of{' '}
      <Link to={`/runs/${approval.run}`} className={LINK}>
        a run of {approval.workflow.name}
      </Link>{' '}
      {approval.path && <>({pathWords(approval.path)}) </>}
      asked <Time at={approval.askedAt} />.
      {approval.status === 'waiting' && approval.expiresAt && (
        <>
          {' '}
          It goes on without an answer at{' '}
          {new Date(approval.expiresAt).toLocaleString(undefined, {
            dateStyle: 'medium',
            timeStyle: 'short',
          })}
          .
        </>
      )}
    </p>
  );
}

function Decided({ approval }: { approval: Approval }) {
  return (
    <section
      aria-label="Decision"
      className="flex flex-col gap-2 rounded-card border border-line bg-card p-4"
    >
      <p>
        <Standing approval={approval} /> {approval.decidedAt && <Time at={approval.decidedAt} />}
      </p>
      {approval.comment && <p className="break-words whitespace-pre-wrap">“{approval.comment}”</p>}
    </section>
  );
}

function Answer({
  approval,
  decide,
}: {
  approval: Approval;
  decide: ReturnType<typeof useDecide>;
}) {
  const [comment, setComment] = useState('');
  const answer = (decision: 'approve' | 'reject') =>
    decide.mutate(
      { decision, comment },
      {
        onSuccess: () =>
          notify(
            decision === 'approve' ? 'Approved. The run goes on.' : 'Rejected. The run goes on.',
          ),
      },
    );
  if (!approval.mine)
    return <Alert tone="waiting">Only {listed(approval.approvers)} can decide this.</Alert>;
  return (
    <section
      aria-label="Your decision"
      className="flex flex-col gap-3 rounded-card border border-line bg-card p-4"
    >
      <Field label="Comment" hint="Goes with your decision to the next steps. It may stay empty.">
        <TextArea
          rows={3}
          maxLength={2_000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </Field>
      <div className="flex gap-2">
        <Button
          look="primary"
          className="max-sm:h-11 max-sm:flex-1"
          disabled={decide.isPending}
          onClick={() => answer('approve')}
        >
          <Check size={16} aria-hidden /> Approve
        </Button>
        <Button
          look="danger"
          className="max-sm:h-11 max-sm:flex-1"
          disabled={decide.isPending}
          onClick={() => answer('reject')}
        >
          <X size={16} aria-hidden /> Reject
        </Button>
      </div>
    </section>
  );
}

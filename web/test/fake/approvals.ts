import { isObject, type Json, type JsonObject } from '../../src/words/json';
import type { Answer } from '../../src/api/routes';
import type { Ask } from './engine';
import { freshId, now, Refused, type Store, type User } from './store';

type Approval = Answer<'GET approvals/{approval}'>;

/** An approval, and how its run hears of the answer. */
export type Asked = Approval & {
  tenant: string;
  answer: (reply: { port: string; output: Json }) => void;
};

/** Asks into the store; the run goes on when someone decides. */
export function asksOf(store: Store): Ask {
  return (run, node, path, config) =>
    new Promise((answer) => {
      store.approvals.unshift({
        ...questionOf(config),
        id: freshId('apr'),
        status: 'waiting',
        tenant: run.tenant,
        workflow: { id: run.workflow, name: run.workflowName },
        run: run.id,
        node: { id: node.id, name: node.name },
        path,
        askedAt: now(),
        answer,
      });
    });
}

function questionOf(config: JsonObject) {
  return {
    title: typeof config.title === 'string' ? config.title : '',
    message: typeof config.message === 'string' ? config.message : '',
    details: config.details ?? null,
    approvers: Array.isArray(config.approvers)
      ? config.approvers.filter((one) => typeof one === 'string')
      : [],
    expiresAt: undefined,
    decidedAt: undefined,
    decidedBy: undefined,
    comment: undefined,
    mine: true,
  };
}

export function seen({ tenant, answer, ...approval }: Asked, user: User): Approval {
  return {
    ...approval,
    mine: approval.approvers.length === 0 || approval.approvers.includes(user.email),
  };
}

/** Decides once; the same by the same person again is fine. */
export function decided(asked: Asked, user: User, body: unknown): Approval {
  const { decision, comment } = isObject(body) ? body : {};
  const status = decision === 'approve' ? 'approved' : 'rejected';
  if (asked.status !== 'waiting') {
    if (asked.status === status && asked.decidedBy?.id === user.id) return seen(asked, user);
    throw new Refused(409, `${asked.decidedBy?.name ?? 'Someone'} already ${asked.status} it.`);
  }
  const by = { id: user.id, name: user.name };
  Object.assign(asked, { status, decidedAt: now(), decidedBy: by, comment });
  asked.answer({
    port: status,
    output: {
      approved: status === 'approved',
      by,
      comment: typeof comment === 'string' ? comment : '',
      decidedAt: now(),
    },
  });
  return seen(asked, user);
}

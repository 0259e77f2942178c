import { Ban, CircleCheck, CircleX, Hourglass, TimerOff, type LucideIcon } from 'lucide-react';
import type { Approval } from '@/api/schemas';
import { classes } from '@/ui/classes';

const LOOKS: Record<Approval['status'], { icon: LucideIcon; tone: string; words: string }> = {
  waiting: { icon: Hourglass, tone: 'text-waiting', words: 'Waiting' },
  approved: { icon: CircleCheck, tone: 'text-done', words: 'Approved' },
  rejected: { icon: CircleX, tone: 'text-failed', words: 'Rejected' },
  expired: { icon: TimerOff, tone: 'text-skipped', words: 'Nobody decided in time' },
  cancelled: { icon: Ban, tone: 'text-skipped', words: 'The run has ended' },
};

/** How an approval stands, in its colour and in words, with who decided. */
export function Standing({ approval: { status, decidedBy, mine } }: { approval: Approval }) {
  const { icon: Icon, tone, words } = LOOKS[status];
  const by = decidedBy ? ` by ${decidedBy.name}` : '';
  return (
    <span className={classes('inline-flex items-center gap-1.5 text-panel', tone)}>
      <Icon size={16} className="shrink-0" aria-hidden />
      {words}
      {by}
      {status === 'waiting' && !mine && ' for someone else'}
    </span>
  );
}

import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleX,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react';
import {
  STATUS_TONES,
  STATUS_WORDS,
  type NodeStatus,
  type RunStatus,
  type Tone,
} from '@/run/status';
import { classes } from './classes';

const ICONS: Record<Tone, LucideIcon> = {
  running: LoaderCircle,
  waiting: Hourglass,
  done: CircleCheck,
  failed: CircleX,
  skipped: CircleDashed,
};

export const TONE_TEXT: Record<Tone, string> = {
  running: 'text-running',
  waiting: 'text-waiting',
  done: 'text-done',
  failed: 'text-failed',
  skipped: 'text-skipped',
};

type StatusProps = { status: RunStatus | NodeStatus; words?: boolean; size?: 16 | 20 };

/** How a run or a node stands: an icon in the colour of its meaning, and the word. */
export function Status({ status, words = true, size = 16 }: StatusProps) {
  const tone = STATUS_TONES[status];
  const Icon = status === 'stopped' ? Ban : ICONS[tone];
  return (
    <span
      className={classes('inline-flex items-center gap-1.5 whitespace-nowrap', TONE_TEXT[tone])}
    >
      <Icon
        size={size}
        aria-hidden
        className={tone === 'running' ? 'animate-spin [animation-duration:1.6s]' : ''}
      />
      {words ? STATUS_WORDS[status] : <span className="sr-only">{STATUS_WORDS[status]}</span>}
    </span>
  );
}

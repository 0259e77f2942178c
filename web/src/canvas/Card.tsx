import { Handle, Position, type NodeProps } from '@xyflow/react';
import { CircleAlert, Pin, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { isTrigger, type Family, type NodeType } from '@/catalog/nodeType';
import { cardLine } from '@/graph/line';
import { CARD, cardHeight } from '@/graph/boxes';
import { STATUS_TONES, type Tone } from '@/run/status';
import { classes } from '@/ui/classes';
import { Icon } from '@/ui/Icon';
import { Status } from '@/ui/Status';
import { timesWords, type CardData, type CardNode } from './model';
import { Ports } from './Ports';

export const EDGES: Record<Tone, string> = {
  running: 'border-running',
  waiting: 'border-waiting',
  done: 'border-line-strong',
  failed: 'border-failed',
  skipped: 'border-line-strong',
};

/** A step of the workflow: icon in its family's tint, name, one grey line, state at the right. */
export const Card = memo(function Card({ data, selected, isConnectable }: NodeProps<CardNode>) {
  const { node, type, ports, mark } = data;
  const trigger = isTrigger(type);
  const faded = data.faded || mark?.status === 'skipped';
  return (
    <div
      style={{ width: CARD.width, height: cardHeight(ports) }}
      className={classes(
        'group relative flex items-center gap-2.5 rounded-card border bg-card py-2 pr-3 pl-2.5 transition-[opacity,border-color] duration-200',
        trigger && 'rounded-l-[32px] pl-4',
        mark ? EDGES[STATUS_TONES[mark.status]] : 'border-line-strong',
        node.disabled && 'border-dashed',
        faded && 'opacity-50',
        selected && 'outline-2 outline-offset-1 outline-accent',
      )}
    >
      {!trigger && (
        <Handle
          type="target"
          position={Position.Left}
          id="in"
          isConnectable={isConnectable}
          className="port"
        />
      )}
      <FamilyIcon type={type} />
      <div className="min-w-0 flex-1">
        <div
          className={classes(
            'truncate text-panel font-medium',
            node.disabled && 'text-faint line-through',
          )}
        >
          {node.name}
        </div>
        <div className="truncate text-xs text-faint">
          {node.disabled ? 'Switched off' : line(data)}
        </div>
      </div>
      <CardState data={data} />
      <Ports data={data} isConnectable={isConnectable} />
    </div>
  );
});

/** What a step does, in a few words. */
export function line({ node, type }: CardData): string {
  return type ? cardLine(type, node.config) : `Unknown type ${node.type}`;
}

const TINTS: Record<Family, string> = {
  TRIGGER: 'var(--family-trigger)',
  FLOW: 'var(--family-flow)',
  DATA: 'var(--family-data)',
  CONNECT: 'var(--family-connect)',
  AI: 'var(--family-ai)',
};

/** A node type's icon in the tint of its family. */
export function FamilyIcon({ type }: { type: NodeType | undefined }) {
  const tint = type ? TINTS[type.family] : 'var(--ink-faint)';
  return (
    <span
      className="inline-flex size-8 shrink-0 items-center justify-center rounded-box"
      style={{ color: tint, background: `color-mix(in oklab, ${tint} 12%, transparent)` }}
    >
      <Icon name={type?.icon ?? 'circle-question-mark'} />
    </span>
  );
}

/** How a step went in the run, else whether it has problems. */
export function CardState({ data: { node, mark, errors, warnings } }: { data: CardData }) {
  if (mark) {
    return (
      <span className="flex items-center gap-1 text-xs" title={mark.error}>
        {mark.iterations && <Times iterations={mark.iterations} />}
        {!mark.iterations && mark.attempts > 1 && (
          <span className="text-faint">×{mark.attempts}</span>
        )}
        <Status status={mark.status} words={false} />
      </span>
    );
  }
  if (errors)
    return <CircleAlert size={16} className="shrink-0 text-failed" aria-label="Has problems" />;
  if (warnings)
    return <TriangleAlert size={16} className="shrink-0 text-waiting" aria-label="Has warnings" />;
  if (node.pinned) return <Pin size={16} className="shrink-0 text-accent" aria-label="Pinned" />;
  return null;
}

/** How often a step ran inside its container, and how often it failed. */
function Times({ iterations }: { iterations: { count: number; failed: number } }) {
  const { count, failed } = iterations;
  return (
    <span className="text-soft" title={timesWords(iterations)}>
      {count.toLocaleString('en')}×
      {failed > 0 && <span className="text-failed"> {failed.toLocaleString('en')} failed</span>}
    </span>
  );
}

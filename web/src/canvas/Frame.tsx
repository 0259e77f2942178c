import { Handle, Position, type NodeProps } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { memo } from 'react';
import { FRAME, framePort } from '@/graph/boxes';
import { classes } from '@/ui/classes';
import { CardState, EDGES, FamilyIcon, line } from './Card';
import { useEdit } from './context';
import type { FrameNode } from './model';
import { Ports } from './Ports';
import { STATUS_TONES } from '@/run/status';

/** A container: a soft frame around the steps it holds, with a title one takes hold of. */
export const Frame = memo(function Frame({ data, selected, isConnectable }: NodeProps<FrameNode>) {
  const { node, mark, over } = data;
  const faded = data.faded || mark?.status === 'skipped';
  return (
    <div
      className={classes(
        'frame group relative h-full w-full rounded-[16px] border transition-[opacity,border-color,background-color] duration-200',
        mark ? EDGES[STATUS_TONES[mark.status]] : 'border-line-strong',
        node.disabled && 'border-dashed',
        faded && 'opacity-50',
        (selected || over) && 'outline-2 outline-offset-1 outline-accent',
        over && 'frame-over',
      )}
    >
      <Handle
        type="target"
        position={Position.Left}
        id="in"
        style={{ top: within(0) }}
        isConnectable={isConnectable}
        className="port"
      />
      <header
        style={{ height: FRAME.title }}
        className="frame-title pointer-events-auto flex items-center gap-2.5 rounded-t-[15px] border-b border-line pr-3 pl-2.5"
      >
        <FamilyIcon type={data.type} />
        <div className="min-w-0 flex-1">
          <div
            className={classes(
              'truncate text-panel font-medium',
              node.disabled && 'text-faint line-through',
            )}
          >
            {node.name}
          </div>
          <div className="truncate text-xs text-soft">
            {node.disabled ? 'Switched off' : line(data)}
          </div>
        </div>
        <CardState data={data} />
        {data.editable && data.steps > 0 && <AddInside data={data} />}
      </header>
      {data.steps === 0 && <Nothing data={data} />}
      <Ports data={data} isConnectable={isConnectable} topOf={within} />
    </div>
  );
});

/** Ports are placed from inside the border. */
const within = (index: number) => framePort(index) - 1;

type PartProps = { data: FrameNode['data'] };

function AddInside({ data: { node } }: PartProps) {
  const edit = useEdit();
  const words = `Add a step inside ${node.name}`;
  return (
    <button
      type="button"
      aria-label={words}
      title={words}
      tabIndex={-1}
      className="nodrag nopan inline-flex size-6 shrink-0 items-center justify-center rounded-[6px] border border-field-line bg-card text-soft transition-colors duration-150 hover:border-accent hover:text-accent"
      onClick={(event) => {
        event.stopPropagation();
        edit.add({ inside: node.id });
      }}
    >
      <Plus size={14} aria-hidden />
    </button>
  );
}

function Nothing({ data }: PartProps) {
  return (
    <div
      className="flex items-center justify-center gap-2 text-panel text-soft"
      style={{ height: FRAME.height - FRAME.title }}
    >
      {data.editable ? (
        <span className="pointer-events-auto flex items-center gap-2">
          <AddInside data={data} /> Add a step, or drop one here
        </span>
      ) : (
        'Nothing inside'
      )}
    </div>
  );
}

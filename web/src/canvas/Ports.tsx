import { Handle, Position } from '@xyflow/react';
import { Plus } from 'lucide-react';
import type { Port } from '@/graph/ports';
import { classes } from '@/ui/classes';
import { useEdit } from './context';
import type { CardData } from './model';

type PortsProps = {
  data: CardData;
  isConnectable: boolean;
  /** How far down a port is, where they aren't spread evenly. */ topOf?: (index: number) => number;
};

/** The ways out of a card: circles at the right, named when there are several; failure at the bottom. */
export function Ports({ data, isConnectable, topOf }: PortsProps) {
  const named = data.ports.filter((port) => port.kind !== 'failure');
  const failure = data.ports.find((port) => port.kind === 'failure');
  const free = new Set(data.free.split('\n'));
  return (
    <>
      {named.map((port, index) => (
        <Way
          key={port.name}
          data={data}
          port={port}
          top={topOf ? `${topOf(index)}px` : `${((index + 1) / (named.length + 1)) * 100}%`}
          free={free.has(port.name)}
          isConnectable={isConnectable}
        />
      ))}
      {failure && (
        <Handle
          type="source"
          id={failure.name}
          position={Position.Bottom}
          isConnectable={isConnectable}
          title="On failure"
          className={classes(
            'port port-failure',
            free.has(failure.name) && !data.editable && 'opacity-0',
          )}
        />
      )}
    </>
  );
}

/** As long as its name, roughly, which stands on it; in pixels. */
function stubOf(title: string): number {
  return title === '' ? 16 : Math.min(80, 16 + 6 * title.length);
}

type WayProps = { data: CardData; port: Port; top: string; free: boolean; isConnectable: boolean };

function Way({ data, port, top, free, isConnectable }: WayProps) {
  const edit = useEdit();
  const optional = free && port.unconnected !== undefined;
  const after = `Add a step after ${data.node.name}${port.title ? ` on ${port.title}` : ''}`;
  return (
    <>
      <Handle
        type="source"
        id={port.name}
        position={Position.Right}
        style={{ top }}
        isConnectable={isConnectable}
        title={optional ? port.unconnected : undefined}
        className={classes('port', optional && 'port-optional')}
      />
      {port.title && (
        <span
          className="pointer-events-none absolute left-full ml-2.5 max-w-24 -translate-y-full truncate rounded bg-ground/80 px-0.5 text-[11px] leading-4 text-faint"
          style={{ top }}
        >
          {optional && <span className="sr-only">Not connected: </span>}
          {port.title}
        </span>
      )}
      {free && data.editable && (
        <span
          className="pointer-events-auto absolute left-full ml-1.5 flex -translate-y-1/2 items-center"
          style={{ top }}
        >
          <span
            className={classes(
              'h-px',
              optional ? 'border-t border-dashed border-field-line' : 'bg-field-line',
            )}
            style={{ width: stubOf(port.title) }}
          />
          <button
            type="button"
            aria-label={after}
            title={after}
            tabIndex={-1}
            className="nodrag nopan inline-flex size-6 items-center justify-center rounded-[6px] border border-field-line bg-card text-soft transition-colors duration-150 hover:border-accent hover:text-accent"
            onClick={(event) => {
              event.stopPropagation();
              edit.add({ node: data.node.id, port: port.name });
            }}
          >
            <Plus size={14} aria-hidden />
          </button>
        </span>
      )}
    </>
  );
}

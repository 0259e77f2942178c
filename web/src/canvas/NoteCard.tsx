import { NodeResizer, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { GRID } from '@/graph/edit';
import { classes } from '@/ui/classes';
import { useEdit } from './context';
import type { NoteNode } from './model';
import { Prose } from './Prose';

/** A note on the canvas: plain words, a little Markdown; a double click edits it. */
export const NoteCard = memo(function NoteCard({
  id,
  data: { note, editable },
  selected,
}: NodeProps<NoteNode>) {
  const edit = useEdit();
  const editing = editable && edit.writing === id;
  const stop = () => edit.write(undefined);
  const snapped = (length: number) => Math.round(length / GRID) * GRID;
  return (
    <div
      className={classes(
        'note relative h-full w-full overflow-hidden rounded-card p-3 text-panel',
        selected && 'outline-2 outline-accent',
      )}
      onDoubleClick={() => edit.write(id)}
      onKeyDown={(event) => event.key === 'Escape' && stop()}
      role="presentation"
    >
      {editable && selected && (
        <NodeResizer
          minWidth={120}
          minHeight={60}
          lineClassName="!border-transparent"
          handleClassName="!size-3 !rounded-full !border-accent !bg-card"
          onResizeEnd={(_, { x, y, width, height }) =>
            edit.note(id, {
              position: { x: snapped(x), y: snapped(y) },
              size: { width: snapped(width), height: snapped(height) },
            })
          }
        />
      )}
      {editing ? (
        <textarea
          aria-label="Note"
          // The note was opened for editing: typing should go into it.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          className="nodrag nowheel h-full w-full resize-none bg-transparent outline-none"
          value={note.text}
          onChange={(event) => edit.note(id, { text: event.target.value })}
          onBlur={stop}
        />
      ) : (
        <Prose text={note.text || (editable ? 'Double-click to write' : '')} />
      )}
    </div>
  );
});

import { useState } from 'react';
import { readGraph } from '@/graph/clipboard';
import { count } from '@/words/count';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Field, TextArea } from '@/ui/Field';
import { useEditor } from './editorContext';

/** Brings JSON in by hand: steps that were copied, or a whole workflow. */
export function PasteDialog() {
  const { floating } = useEditor();
  return floating?.kind === 'paste' ? <Paste /> : null;
}

function Paste() {
  const { actions, centre, float } = useEditor();
  const [text, setText] = useState('');
  const read = text.trim() === '' ? undefined : readGraph(text);
  const close = () => float(undefined);
  const paste = () => {
    actions.paste(text, centre());
    close();
  };
  return (
    <Dialog
      open
      wide
      onClose={close}
      title="Paste or import"
      about="Steps copied from any Heddle, or a whole workflow as JSON. They are added to this one."
      foot={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" disabled={!read?.ok} onClick={paste}>
            {read?.ok ? `Add ${count(read.graph.nodes.length, 'step')}` : 'Add'}
          </Button>
        </>
      }
    >
      <Field label="JSON" error={read && !read.ok ? read.message : undefined}>
        <TextArea
          rows={12}
          spellCheck={false}
          className="font-mono text-xs"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
    </Dialog>
  );
}

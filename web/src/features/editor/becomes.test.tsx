// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { readProblem } from '@/api/problem';
import { compiled } from '@/api/schemas';
import { useDraft, useDraftStore } from '@/draft/context';
import { ORDERS } from '../../../test/fake/containers';
import { CATALOG, show, withDraft } from '../../../test/render';
import { actionsOn } from './actions';
import { Becomes } from './Becomes';
import { EditorContext, type Floating } from './editorContext';

function Editor() {
  const store = useDraftStore();
  const selected = useDraft((draft) => [...draft.selected].join());
  const [floating, float] = useState<Floating | undefined>({ kind: 'becomes' });
  const nothing = () => undefined;
  const editor = {
    actions: actionsOn(store, CATALOG),
    floating,
    float,
    writing: undefined,
    write: nothing,
    centre: () => ({ x: 0, y: 0 }),
    focusNode: nothing,
  };
  return (
    <EditorContext value={editor}>
      <Becomes />
      <p data-testid="selected">{selected}</p>
    </EditorContext>
  );
}

describe('what a drawing becomes', () => {
  it('is told in sentences, with the definition', async () => {
    const answer = compiled.parse({
      issues: [],
      kind: 'STANDARD',
      kindReason: 'Someone is asked.',
      definition: { StartAt: 'Start' },
      explanation: ['“Each order” becomes a Map.'],
    });
    show(withDraft(ORDERS, <Editor />), { api: { compile: () => Promise.resolve(answer) } });
    expect(await screen.findByText('“Each order” becomes a Map.')).toBeVisible();
    expect(screen.getByText('A Standard machine.')).toBeVisible();
    expect(screen.getByText('“Start”')).toBeVisible();
  });

  it('is nothing while there are problems, which lead to their place', async () => {
    const issues = [
      {
        severity: 'ERROR',
        rule: 'r',
        node: 'poll',
        field: 'until',
        message: 'It is missing.',
        hint: '',
      },
    ];
    const { user } = show(withDraft(ORDERS, <Editor />), {
      api: { compile: () => Promise.reject(readProblem(422, { title: 'Problems', issues }, null)) },
    });
    await user.click(await screen.findByRole('button', { name: /Until it is packed/ }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByTestId('selected')).toHaveTextContent('poll');
  });
});

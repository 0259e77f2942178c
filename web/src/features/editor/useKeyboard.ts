import { useEffect } from 'react';
import type { DraftStore } from '@/draft/store';
import { towards, type Direction } from '@/graph/compass';
import type { Editor } from './editorContext';
import { keyOf, type Command } from './commands';

const ARROWS: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Whether keys belong to whatever has the focus: a field, a dialog, a menu. */
function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"]') !==
      null
  );
}

/** Whether the focus is on the canvas, or nowhere in particular. */
function isOnCanvas(target: EventTarget | null): boolean {
  return (
    target === document.body ||
    (target instanceof HTMLElement && target.closest('.react-flow') !== null)
  );
}

const ANYWHERE = new Set(['Mod+K', 'Mod+S', 'Mod+Enter', 'Mod+Shift+P']);

/** Keys of the editor: commands by their shortcuts, arrows over the canvas, Enter into the panel. */
export function useKeyboard(editor: Editor, store: DraftStore, commands: readonly Command[]): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const key = keyOf(event);
      if (isElsewhere(event.target) ? !ANYWHERE.has(key) || inDialog(event.target) : false) return;
      const command = commands.find((one) => one.keys.includes(key));
      if (command) {
        if (command.byBrowser || command.enabled?.() === false) return;
        if (isPlain(key) && !isOnCanvas(event.target)) return;
        event.preventDefault();
        command.run();
      } else if (isOnCanvas(event.target) && onCanvasKey(event, editor, store)) {
        event.preventDefault();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [commands, editor, store]);
}

/** Single keys only count on the canvas: elsewhere they may be someone's way to move around. */
function isPlain(key: string): boolean {
  return !key.startsWith('Mod') && key !== '?';
}

function inDialog(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role="dialog"]') !== null;
}

function onCanvasKey(event: KeyboardEvent, editor: Editor, store: DraftStore): boolean {
  const direction = ARROWS[event.key];
  if (direction && event.shiftKey) {
    editor.actions.nudge(direction, event.ctrlKey || event.metaKey ? 5 : 1);
    return true;
  }
  if (direction) return go(direction, editor, store);
  if (event.key === 'Enter') return writeNote(editor, store) || enterPanel();
  if (event.key === 'Escape') {
    store.select([]);
    return true;
  }
  return false;
}

function go(direction: Direction, editor: Editor, store: DraftStore): boolean {
  const { nodes, notes } = editor.actions.graph();
  const parts = [...nodes, ...notes];
  const from = parts.find((part) => store.getState().selected.has(part.id));
  const next = from ? towards(parts, from, direction) : parts[0];
  if (!next) return false;
  store.select([next.id]);
  editor.focusNode(next.id);
  return true;
}

/** Enter on a note writes in it. */
function writeNote(editor: Editor, store: DraftStore): boolean {
  const note = editor.actions.graph().notes.find((one) => store.getState().selected.has(one.id));
  if (note) editor.write(note.id);
  return note !== undefined;
}

/** The first control of the panel's settings; answers whether there is one. */
function enterPanel(): boolean {
  const panel = document.querySelector('[data-panel]');
  const field =
    panel?.querySelector<HTMLElement>('[data-settings] :is(input, textarea, select, button)') ??
    panel?.querySelector<HTMLElement>('input');
  field?.focus();
  return field !== undefined && field !== null;
}

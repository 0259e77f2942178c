import { useEffect } from 'react';
import type { DraftStore } from '@/draft/store';
import { announce } from '@/ui/notices';
import type { Editor } from './editorContext';

/** Copy, cut and paste of the browser, while the canvas (and no text) has the focus. */
export function useClipboard(editor: Editor, store: DraftStore): void {
  useEffect(() => {
    const copy = (event: ClipboardEvent): boolean => {
      if (isText(event.target) || store.getState().selected.size === 0 || hasTextSelected())
        return false;
      event.clipboardData?.setData('text/plain', editor.actions.copy());
      event.preventDefault();
      announce('Copied as JSON.');
      return true;
    };
    const cut = (event: ClipboardEvent) => {
      if (copy(event)) editor.actions.remove([...store.getState().selected]);
    };
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isText(event.target) || text.trim() === '') return;
      event.preventDefault();
      editor.actions.paste(text, editor.centre());
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', cut);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', cut);
      document.removeEventListener('paste', paste);
    };
  }, [editor, store]);
}

function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, [role="dialog"]') !== null
  );
}

function hasTextSelected(): boolean {
  return (document.getSelection()?.toString() ?? '') !== '';
}

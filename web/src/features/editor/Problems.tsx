import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import type { Issue } from '@/api/schemas';
import { IssueList } from '@/canvas/IssueList';
import { useDraft, useDraftStore, useGraph } from '@/draft/context';
import { count } from '@/words/count';

/** How many problems the draft has; opens the list of them. */
export function Problems() {
  const issues = useDraft((draft) => draft.issues).filter((issue) => issue.severity !== 'INFO');
  const graph = useGraph();
  const store = useDraftStore();
  const [open, setOpen] = useState(false);
  const errors = issues.filter((issue) => issue.severity === 'ERROR').length;
  const go = (issue: Issue) => {
    setOpen(false);
    // The popover gives the focus back first.
    setTimeout(() => store.goTo(issue));
  };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className="flex h-8 items-center gap-1.5 rounded-box px-2 text-panel text-soft hover:bg-hover hover:text-ink">
        {errors > 0 && <CircleAlert size={16} className="text-failed" aria-hidden />}
        {errors === 0 && issues.length > 0 && (
          <TriangleAlert size={16} className="text-waiting" aria-hidden />
        )}
        {issues.length === 0 && <CircleCheck size={16} className="text-done" aria-hidden />}
        {issues.length === 0
          ? 'No problems'
          : errors > 0
            ? count(errors, 'problem')
            : count(issues.length, 'warning')}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          side="top"
          align="end"
          sideOffset={8}
          className="z-30 max-h-96 w-96 animate-appear overflow-y-auto rounded-card border border-line bg-card p-2 shadow-float"
        >
          <h2 className="px-2 py-1 text-panel font-semibold">Problems</h2>
          {issues.length === 0 ? (
            <p className="px-2 py-1 text-panel text-soft">
              Nothing stands in the way of publishing.
            </p>
          ) : (
            <IssueList issues={issues} graph={graph} onGo={go} />
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

import { useDraftStore, useGraph } from '@/draft/context';

/** The workflow's name, changed where it stands. */
export function NameField() {
  const store = useDraftStore();
  const { name } = useGraph();
  return (
    <span className="inline-grid max-w-[40vw] min-w-0 items-center text-base font-semibold">
      {/* The same text, unseen, gives the field the width of its words. */}
      <span
        className="invisible col-start-1 row-start-1 overflow-hidden px-2.5 whitespace-pre"
        aria-hidden
      >
        {name || 'Name'}
      </span>
      <input
        aria-label="Name of the workflow"
        className="col-start-1 row-start-1 w-full min-w-24 rounded-box border border-transparent bg-transparent px-1.5 py-0.5 text-ellipsis hover:border-line-strong focus:border-accent focus:outline-2 focus:outline-offset-0 focus:outline-accent"
        value={name}
        size={1}
        maxLength={120}
        onChange={(event) =>
          store.change({ label: 'Rename the workflow', burst: 'name' }, (graph) => ({
            ...graph,
            name: event.target.value,
          }))
        }
        onBlur={() => {
          if (name.trim() === '')
            store.change({ label: 'Rename the workflow', burst: 'name' }, (graph) => ({
              ...graph,
              name: 'Untitled workflow',
            }));
        }}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
    </span>
  );
}

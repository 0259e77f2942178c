import { ChevronLeft, CloudAlert, CloudOff, Play, Settings2 } from 'lucide-react';
import { Link } from 'react-router';
import { useDraft, useDraftStore } from '@/draft/context';
import { Button, IconButton } from '@/ui/Button';
import { Tip } from '@/ui/Tip';
import { NameField } from './NameField';
import { useChanges } from './useChanges';

/** Name, where the draft is, what is published, Run and Publish. */
export function TopBar() {
  const store = useDraftStore();
  const issues = useDraft((draft) => draft.issues);
  const errors = issues.filter((issue) => issue.severity === 'ERROR').length;
  return (
    <header className="flex min-h-13 shrink-0 items-center gap-x-3 px-3 py-2 max-sm:gap-x-1.5">
      <Link
        to="/workflows"
        aria-label="All workflows"
        title="All workflows"
        className="inline-flex size-8 items-center justify-center rounded-box text-soft hover:bg-hover"
      >
        <ChevronLeft size={16} aria-hidden />
      </Link>
      <NameField />
      <SaveWords />
      <div className="flex-1" />
      <Published />
      <IconButton
        label="Settings of the workflow"
        className="max-sm:hidden"
        onClick={() => store.ask('settings')}
      >
        <Settings2 size={16} />
      </IconButton>
      <Button onClick={() => store.ask('run')}>
        <Play size={14} aria-hidden /> <span className="max-sm:sr-only">Run</span>
      </Button>
      <Button
        look="primary"
        onClick={() => store.ask('publish')}
        title={errors ? 'There are problems to solve first' : undefined}
      >
        Publish
      </Button>
    </header>
  );
}

function SaveWords() {
  const save = useDraft((draft) => draft.save);
  return (
    <span role="status" className="text-panel text-faint" data-testid="save-state">
      {save.kind === 'saved' && 'Saved'}
      {save.kind === 'saving' && 'Saving…'}
      {save.kind === 'offline' && (
        <span className="flex items-center gap-1 text-waiting">
          <CloudOff size={16} aria-hidden /> Offline, kept here
        </span>
      )}
      {save.kind === 'conflict' && <span className="text-failed">Changed elsewhere</span>}
      {save.kind === 'refused' && (
        <Tip text={save.message}>
          <button type="button" className="flex items-center gap-1 text-failed">
            <CloudAlert size={16} aria-hidden /> Not saved
            <span className="sr-only">: {save.message}</span>
          </button>
        </Tip>
      )}
    </span>
  );
}

/** "Draft", "Published v3", or what the draft has that version 3 has not. */
function Published() {
  const version = useDraft((draft) => draft.workflow.publishedVersion);
  const changes = useChanges();
  if (version === undefined)
    return <span className="px-1 text-panel text-soft max-sm:hidden">Draft</span>;
  if (changes === '')
    return <span className="px-1 text-panel text-done max-sm:hidden">Published v{version}</span>;
  return (
    <Tip
      text={
        changes
          ? `Since version ${version}: ${changes}.`
          : `The draft differs from version ${version}.`
      }
    >
      <Link
        to="versions"
        className="rounded-box px-1 text-panel text-soft hover:text-ink max-sm:hidden"
      >
        Draft, changed since v{version}
      </Link>
    </Tip>
  );
}

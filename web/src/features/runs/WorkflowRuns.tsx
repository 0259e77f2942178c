import { useDraft } from '@/draft/context';
import { Page } from '@/ui/Page';
import { RunList } from './RunList';

/** The runs of the workflow that is open. */
export function WorkflowRuns() {
  const id = useDraft((draft) => draft.id);
  return (
    <Page title="Runs">
      <RunList workflow={id} />
    </Page>
  );
}

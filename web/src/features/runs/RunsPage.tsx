import { Page } from '@/ui/Page';
import { RunList } from './RunList';

/** The runs of all workflows. */
export function RunsPage() {
  return (
    <Page title="Runs">
      <RunList />
    </Page>
  );
}

import { Ellipsis, Trash2 } from 'lucide-react';
import { Link } from 'react-router';
import type { WorkflowSummary } from '@/api/schemas';
import { typeName } from '@/catalog/nodeType';
import { useCatalog } from '@/data/catalog';
import { listed } from '@/words/count';
import { IconButton } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Menu } from '@/ui/Menu';
import { Time } from '@/ui/Time';
import { useNarrow } from '@/ui/useMedia';

export function WorkflowRow({
  workflow,
  onDelete,
}: {
  workflow: WorkflowSummary;
  onDelete: () => void;
}) {
  // On a phone one comes for the runs; the drawing is a tab away.
  const narrow = useNarrow();
  return (
    <li className="relative flex items-center gap-3 border-b border-line px-4 py-3 last:border-0 hover:bg-hover">
      <Triggers ids={workflow.triggers} />
      <div className="min-w-0 flex-1">
        <Link
          to={narrow ? `/workflows/${workflow.id}/runs` : `/workflows/${workflow.id}`}
          className="block truncate font-medium after:absolute after:inset-0"
        >
          {workflow.name}
        </Link>
        {workflow.description && (
          <p className="truncate text-panel text-soft">{workflow.description}</p>
        )}
      </div>
      <p className="hidden w-28 shrink-0 text-panel text-soft sm:block">
        {workflow.publishedVersion ? `Published v${workflow.publishedVersion}` : 'Draft'}
      </p>
      <p className="relative w-24 shrink-0 text-right text-panel text-soft">
        <span className="sr-only">Changed </span>
        <Time at={workflow.updatedAt} />
      </p>
      <div className="relative">
        <Menu
          trigger={
            <IconButton label={`More for ${workflow.name}`}>
              <Ellipsis size={16} />
            </IconButton>
          }
          groups={[[{ title: 'Delete…', icon: <Trash2 size={16} />, danger: true, run: onDelete }]]}
        />
      </div>
    </li>
  );
}

function Triggers({ ids }: { ids: string[] }) {
  const catalog = useCatalog();
  const titles = ids.map((id) => catalog.get(id)?.title ?? typeName(id));
  const first = ids[0];
  return (
    <span
      title={titles.length ? `Starts by: ${listed(titles)}` : 'Nothing starts it yet'}
      className="inline-flex size-8 shrink-0 items-center justify-center rounded-box bg-sunken text-soft"
    >
      <Icon name={first ? (catalog.get(first)?.icon ?? 'play') : 'circle-dashed'} />
    </span>
  );
}

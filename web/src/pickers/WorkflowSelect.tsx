import { ExternalLink } from 'lucide-react';
import { Link } from 'react-router';
import { isCalled } from '@/catalog/nodeType';
import { useCatalog } from '@/data/catalog';
import { useCallableWorkflows } from '@/data/workflows';
import { Field, Select } from '@/ui/Field';

type WorkflowSelectProps = {
  label: string;
  hint?: string;
  error?: string;
  required?: boolean;
  /** What stands for no workflow. */
  none: string;
  value: string;
  onChange: (id: string) => void;
};

/** Which workflow is to be started, by its name; only those that another one can start. */
export function WorkflowSelect({
  label,
  hint,
  error,
  required,
  none,
  value,
  onChange,
}: WorkflowSelectProps) {
  const { data, isPending } = useCallableWorkflows();
  const trigger = [...useCatalog().values()].find(isCalled)?.title;
  const known = data?.some((one) => one.id === value) ?? false;
  const options = [
    { value: '', title: isPending ? 'Loading…' : none },
    ...(value && !known
      ? [{ value, title: isPending ? value : `${value} (can’t be started by another)` }]
      : []),
    ...(data ?? []).map((one) => ({
      value: one.id,
      title: one.publishedVersion === undefined ? `${one.name} (not published)` : one.name,
    })),
  ];
  const empty = data?.length === 0;
  return (
    <Field
      label={label}
      hint={
        empty
          ? `No workflow can be started by another yet. Give one the trigger “${trigger ?? 'called'}” and publish it.`
          : hint
      }
      error={error}
      required={required}
      aside={
        known && (
          <Link
            to={`/workflows/${value}`}
            className="flex items-center gap-1 text-xs text-soft hover:text-ink"
          >
            Open <ExternalLink size={14} aria-hidden />
          </Link>
        )
      }
    >
      <Select options={options} value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}

import type { TextShape } from '@/catalog/shape';
import { WorkflowSelect } from '@/pickers/WorkflowSelect';
import { useForm, type FieldProps } from './formContext';

/** Which workflow a step starts: chosen by name, kept by id. */
export function WorkflowField({ path, value, title, hint, required }: FieldProps<TextShape>) {
  const form = useForm();
  return (
    <WorkflowSelect
      label={title}
      hint={hint}
      required={required}
      error={form.fault(path)}
      none="Choose a workflow…"
      value={typeof value === 'string' ? value : ''}
      onChange={(next) => form.set(path, next === '' && !required ? undefined : next)}
    />
  );
}

import type { ReactNode } from 'react';
import type { TextShape } from '@/catalog/shape';
import { describeCron } from '@/words/cron';
import { Field, TextInput } from '@/ui/Field';
import { CodeArea } from './CodeArea';
import { useForm, type FieldProps } from './formContext';
import { Result } from './Result';
import { SchemaField } from './SchemaField';
import { SecretField } from './SecretField';
import { WorkflowField } from './WorkflowField';

/** A text in the way its format asks for. */
export function TextField(props: FieldProps<TextShape> & { aside?: ReactNode }) {
  const { shape, path, value, title, hint, required, dynamic, aside } = props;
  const form = useForm();
  const text = typeof value === 'string' ? value : '';
  const put = (next: string) => form.set(path, next === '' && !required ? undefined : next);
  const around = { label: title, hint, required, aside, error: form.fault(path) };
  switch (shape.format) {
    case 'SECRET':
      return <SecretField {...props} />;
    case 'JSON_SCHEMA':
      return <SchemaField {...props} />;
    case 'WORKFLOW':
      return <WorkflowField {...props} />;
    case 'CRON':
      return (
        <Field {...around} hint={describeCron(text) ?? hint}>
          <TextInput
            className="font-mono text-xs"
            spellCheck={false}
            value={text}
            onChange={(event) => put(event.target.value)}
          />
        </Field>
      );
    case 'TIME_ZONE':
      return (
        <Field {...around}>
          <TextInput
            list="heddle-time-zones"
            spellCheck={false}
            value={text}
            onChange={(event) => put(event.target.value)}
          />
          <TimeZones />
        </Field>
      );
    case 'DATE_TIME':
    case 'EMAIL':
    case 'URL':
    case 'PLAIN':
    case 'MULTILINE':
    case 'EXPRESSION':
    case 'CONDITION':
      return (
        <Field {...around}>
          {dynamic || shape.format === 'MULTILINE' ? (
            <CodeArea
              mode={dynamic ? 'template' : 'plain'}
              lines={shape.format === 'MULTILINE' ? 3 : 1}
              placeholder={placeholders[shape.format]}
              value={text}
              onChange={put}
            />
          ) : (
            <TextInput
              placeholder={placeholders[shape.format]}
              value={text}
              onChange={(event) => put(event.target.value)}
            />
          )}
          {dynamic && <Result text={text} />}
        </Field>
      );
  }
}

const placeholders: Partial<Record<TextShape['format'], string>> = {
  URL: 'https://',
  EMAIL: 'name@example.com',
  DATE_TIME: '2026-12-31T09:00:00Z',
};

/** The zones the browser knows; one list for all fields. */
function TimeZones() {
  return (
    <datalist id="heddle-time-zones">
      {['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => (
        <option key={zone} value={zone} />
      ))}
    </datalist>
  );
}

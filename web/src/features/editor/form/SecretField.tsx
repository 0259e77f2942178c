import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '@/api/problem';
import type { TextShape } from '@/catalog/shape';
import { keys } from '@/data/keys';
import { useApi } from '@/data/services';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Field, Select, TextInput } from '@/ui/Field';
import { notify } from '@/ui/notices';
import { Alert } from '@/ui/States';
import { useForm, type FieldProps } from './formContext';

/** Which stored secret to use: its name only; the value is never shown and never in the drawing. */
export function SecretField({ path, value, title, hint, required }: FieldProps<TextShape>) {
  const api = useApi();
  const form = useForm();
  const [adding, setAdding] = useState(false);
  const { data, isPending } = useQuery({ queryKey: keys.secrets, queryFn: api.secrets });
  const name = typeof value === 'string' ? value : '';
  const names = data?.items.map((one) => one.name) ?? [];
  const options = [
    { value: '', title: isPending ? 'Loading…' : 'Choose a secret…' },
    ...(name && !names.includes(name)
      ? [{ value: name, title: isPending ? name : `${name} (not stored)` }]
      : []),
    ...names.map((one) => ({ value: one, title: one })),
  ];
  const put = (next: string) => form.set(path, next === '' && !required ? undefined : next);
  return (
    <>
      <Field
        label={title}
        hint={hint}
        required={required}
        error={form.fault(path)}
        aside={
          <Button small look="quiet" onClick={() => setAdding(true)}>
            New secret…
          </Button>
        }
      >
        <Select options={options} value={name} onChange={(event) => put(event.target.value)} />
      </Field>
      {adding && (
        <NewSecret
          onClose={() => setAdding(false)}
          onSaved={(saved) => {
            put(saved);
            setAdding(false);
          }}
        />
      )}
    </>
  );
}

function NewSecret({ onClose, onSaved }: { onClose: () => void; onSaved: (name: string) => void }) {
  const api = useApi();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const save = useMutation({
    mutationFn: () => api.saveSecret(name.trim(), value),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.secrets });
      notify(`The secret ${name.trim()} is stored.`);
      onSaved(name.trim());
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="New secret"
      about="It is stored encrypted. Nobody, you included, can read it back; you can only replace it."
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form="new-secret"
            look="primary"
            disabled={save.isPending || name.trim() === '' || value === ''}
          >
            Store
          </Button>
        </>
      }
    >
      <form
        id="new-secret"
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          // Portals keep the panel's own form around this one.
          event.stopPropagation();
          event.preventDefault();
          save.mutate();
        }}
      >
        {save.isError && <Alert>{messageOf(save.error)}</Alert>}
        <Field
          label="Name"
          hint="Letters, digits and dashes, such as stripe-key. A name that exists is replaced."
        >
          <TextInput
            value={name}
            spellCheck={false}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field label="Value">
          <TextInput
            type="password"
            autoComplete="new-password"
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}

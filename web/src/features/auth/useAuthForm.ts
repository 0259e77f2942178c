import { useState, type SyntheticEvent } from 'react';
import { fieldErrors } from '@/api/problem';

/** A form whose fields are texts and whose errors come from the server, each at its field. */
export function useAuthForm<F extends string>(
  fields: readonly F[],
  submit: (values: Record<F, string>) => Promise<void>,
) {
  const [values, setValues] = useState(
    () => Object.fromEntries(fields.map((field) => [field, ''])) as Record<F, string>,
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);

  const put = (some: Partial<Record<F, string>>) => {
    setValues((before) => ({ ...before, ...some }));
    setErrors((before) =>
      Object.fromEntries(
        Object.entries(before).filter(([field]) => !(field in some) && field !== ''),
      ),
    );
  };

  const send = async () => {
    setBusy(true);
    try {
      await submit(values);
    } catch (error) {
      setErrors(fieldErrors(error, fields));
    } finally {
      setBusy(false);
    }
  };

  return {
    values,
    errors,
    busy,
    put,
    onSubmit: (event: SyntheticEvent) => {
      event.preventDefault();
      void send();
    },
    bind: (field: F) => ({
      name: field,
      value: values[field],
      onChange: (event: { target: { value: string } }) =>
        put({ [field]: event.target.value } as Partial<Record<F, string>>),
    }),
  };
}

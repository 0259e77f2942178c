import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { keys } from '@/data/keys';
import { useServices } from '@/data/services';
import { Button } from '@/ui/Button';
import { Field, TextInput } from '@/ui/Field';
import { Alert } from '@/ui/States';
import { AuthFrame } from './AuthFrame';
import { useAuthForm } from './useAuthForm';

const FIELDS = ['email', 'password'] as const;

export function SignIn() {
  const { account } = useServices();
  const form = useAuthForm(FIELDS, (values) => account.signIn(values));
  return (
    <AuthFrame
      title="Sign in"
      about="Draw workflows and agents, and watch them run."
      foot={
        <>
          New here?{' '}
          <Link to="/sign-up" className="text-accent underline underline-offset-2">
            Create an account
          </Link>
        </>
      }
    >
      <Demo fill={form.put} />
      <form onSubmit={form.onSubmit} className="flex flex-col gap-3" noValidate>
        {form.errors[''] && <Alert>{form.errors['']}</Alert>}
        <Field label="E-mail" error={form.errors.email}>
          <TextInput type="email" autoComplete="username" {...form.bind('email')} />
        </Field>
        <Field label="Password" error={form.errors.password}>
          <TextInput type="password" autoComplete="current-password" {...form.bind('password')} />
        </Field>
        <Button type="submit" look="primary" className="mt-2" disabled={form.busy}>
          {form.busy ? 'Signing in…' : 'Sign in'}
        </Button>
      </form>
    </AuthFrame>
  );
}

/** On a laptop the server names its demo log-in; anywhere else there is none. */
function Demo({ fill }: { fill: (values: { email: string; password: string }) => void }) {
  const { api } = useServices();
  const { data } = useQuery({ queryKey: keys.health, queryFn: api.health, retry: false });
  if (!data?.demo) return null;
  const { email, password } = data.demo;
  return (
    <div className="mb-5 flex items-center gap-3 rounded-card bg-accent-soft px-4 py-3">
      <p className="min-w-0 flex-1 text-panel">
        This Heddle runs on your own machine. Its demo log-in is
        <span className="block font-medium">{email}</span>
      </p>
      <Button small onClick={() => fill({ email, password })}>
        Fill it in
      </Button>
    </div>
  );
}

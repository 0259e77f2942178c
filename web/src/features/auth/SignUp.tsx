import { Link } from 'react-router';
import { useServices } from '@/data/services';
import { Button } from '@/ui/Button';
import { Field, TextInput } from '@/ui/Field';
import { Alert } from '@/ui/States';
import { AuthFrame } from './AuthFrame';
import { useAuthForm } from './useAuthForm';

const FIELDS = ['name', 'email', 'password', 'workspace'] as const;

export function SignUp() {
  const { account } = useServices();
  const form = useAuthForm(FIELDS, (values) => account.signUp(values));
  return (
    <AuthFrame
      title="Create an account"
      about="You get a workspace of your own; others can be invited later."
      foot={
        <>
          You have one already?{' '}
          <Link to="/sign-in" className="text-accent underline underline-offset-2">
            Sign in
          </Link>
        </>
      }
    >
      <form onSubmit={form.onSubmit} className="flex flex-col gap-3" noValidate>
        {form.errors[''] && <Alert>{form.errors['']}</Alert>}
        <Field label="Your name" error={form.errors.name} required>
          <TextInput autoComplete="name" {...form.bind('name')} />
        </Field>
        <Field label="E-mail" error={form.errors.email} required>
          <TextInput type="email" autoComplete="username" {...form.bind('email')} />
        </Field>
        <Field label="Password" error={form.errors.password} required>
          <TextInput type="password" autoComplete="new-password" {...form.bind('password')} />
        </Field>
        <Field
          label="Workspace"
          hint="Its name becomes part of your webhook addresses."
          error={form.errors.workspace}
          required
        >
          <TextInput autoComplete="organization" {...form.bind('workspace')} />
        </Field>
        <Button type="submit" look="primary" className="mt-2" disabled={form.busy}>
          {form.busy ? 'Creating…' : 'Create account'}
        </Button>
      </form>
    </AuthFrame>
  );
}

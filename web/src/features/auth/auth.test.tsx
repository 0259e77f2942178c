// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { readProblem } from '@/api/problem';
import type { Services } from '@/data/services';
import { show } from '../../../test/render';
import { SignIn } from './SignIn';
import { SignUp } from './SignUp';

const demo = { email: 'demo@heddle.local', password: 'weave' };
const withDemo = { health: () => Promise.resolve({ demo }) };
const without = { health: () => Promise.resolve({ demo: undefined }) };

describe('signing in', () => {
  it('offers the demo log-in of a laptop and fills it in', async () => {
    const signIn = vi.fn(() => Promise.resolve());
    const { user } = show(<SignIn />, {
      api: withDemo,
      services: { account: { signIn } as unknown as Services['account'] },
    });
    await user.click(await screen.findByRole('button', { name: 'Fill it in' }));
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(signIn).toHaveBeenCalledWith(demo);
  });

  it('says what was refused, until one types again', async () => {
    const signIn = () => Promise.reject(readProblem(401, { detail: 'They don’t match.' }, null));
    const { user } = show(<SignIn />, {
      api: without,
      services: { account: { signIn } as unknown as Services['account'] },
    });
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('They don’t match.');
    expect(screen.queryByRole('button', { name: 'Fill it in' })).toBeNull();
    await user.type(screen.getByLabelText('E-mail'), 'a');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('signing up', () => {
  it('puts every error at its field', async () => {
    const errors = [
      { field: 'password', message: 'Must be 10 to 1000 characters' },
      { field: 'email', message: 'This address already has an account.' },
    ];
    const signUp = () => Promise.reject(readProblem(422, { detail: 'Some fields', errors }, null));
    const { user } = show(<SignUp />, {
      services: { account: { signUp } as unknown as Services['account'] },
    });
    await user.click(screen.getByRole('button', { name: 'Create account' }));
    expect(await screen.findByText('Must be 10 to 1000 characters')).toBeVisible();
    expect(screen.getByLabelText(/E-mail/)).toHaveAccessibleDescription(
      'This address already has an account.',
    );
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

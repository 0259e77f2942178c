import type { ReactNode } from 'react';
import { Mark } from '@/ui/Mark';

/** The page around signing in and up: the mark, a title, one column. */
export function AuthFrame({
  title,
  about,
  children,
  foot,
}: {
  title: string;
  about: string;
  children: ReactNode;
  foot: ReactNode;
}) {
  return (
    <main className="flex min-h-full flex-col items-center px-5 py-12 sm:justify-center">
      <div className="w-full max-w-sm">
        <div className="mb-8 flex items-center gap-2.5">
          <span className="text-accent" aria-hidden>
            <Mark size={28} />
          </span>
          <span className="text-lg font-semibold">Heddle</span>
        </div>
        <h1 className="text-xl font-semibold">{title}</h1>
        <p className="mt-1 mb-6 text-soft">{about}</p>
        {children}
        <p className="mt-6 text-soft">{foot}</p>
      </div>
    </main>
  );
}

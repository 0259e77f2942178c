import type { ReactNode } from 'react';

/** A page with a quiet title, its main actions at the right, and content in one column. */
export function Page({
  title,
  above,
  actions,
  children,
}: {
  title: ReactNode;
  above?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto w-full max-w-5xl px-4 py-6 sm:px-8">
        {above}
        <header className="mb-5 flex min-h-8 flex-wrap items-center gap-3">
          <h1 className="mr-auto text-xl font-semibold">{title}</h1>
          {actions}
        </header>
        {children}
      </div>
    </div>
  );
}

import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { messageOf } from '@/api/problem';
import { Button } from './Button';
import { classes } from './classes';

/** Nothing here yet, and what one could do about it. */
export function Empty({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-2 px-4 py-12 text-center">
      {icon && <div className="mb-1 text-faint">{icon}</div>}
      <h2 className="text-lg font-semibold">{title}</h2>
      {children && <p className="text-soft">{children}</p>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

/** Something could not be loaded: what happened, and trying again. */
export function LoadFailed({
  error,
  retry,
  what,
}: {
  error: unknown;
  retry: () => void;
  what: string;
}) {
  return (
    <div
      role="alert"
      className="mx-auto flex max-w-md flex-col items-center gap-3 px-4 py-12 text-center"
    >
      <CircleAlert size={20} className="text-failed" aria-hidden />
      <p>
        {what} could not be loaded. {messageOf(error)}
      </p>
      <Button onClick={retry}>Try again</Button>
    </div>
  );
}

/** Rows that stand where the real ones will be. */
export function Loading({
  rows = 5,
  what,
  className,
}: {
  rows?: number;
  what: string;
  className?: string;
}) {
  return (
    <div
      role="status"
      aria-label={`Loading ${what}`}
      className={classes('flex flex-col gap-3 p-4', className)}
    >
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="h-10 animate-pulse-soft rounded-box bg-sunken" />
      ))}
    </div>
  );
}

/** A word about the whole form or page that stays until it is solved. */
export function Alert({
  children,
  tone = 'failed',
}: {
  children: ReactNode;
  tone?: 'failed' | 'waiting';
}) {
  return (
    <div
      role={tone === 'failed' ? 'alert' : 'note'}
      className={classes(
        'flex gap-2 rounded-box border border-line-strong bg-sunken px-3 py-2 text-panel',
        tone === 'failed' ? 'text-failed' : 'text-waiting',
      )}
    >
      <CircleAlert size={16} className="mt-0.5 shrink-0" aria-hidden />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}

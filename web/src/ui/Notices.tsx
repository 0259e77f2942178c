import { CircleAlert, X } from 'lucide-react';
import { IconButton } from './Button';
import { dismiss, useNotices, useSpoken } from './notices';

/** The words at the bottom of the page, and the voice for those who can't see it. Once per page. */
export function Notices() {
  const notices = useNotices();
  const spoken = useSpoken();
  return (
    <>
      <div aria-live="polite" className="sr-only" data-testid="announcer">
        {spoken}
      </div>
      <div
        role="status"
        aria-live="polite"
        className="pointer-events-none fixed inset-x-4 bottom-4 z-50 flex flex-col items-center gap-2"
      >
        {notices.map((notice) => (
          <div
            key={notice.id}
            className="pointer-events-auto flex max-w-lg animate-appear items-center gap-2 rounded-card bg-ink py-1 pr-1 pl-4 text-ground shadow-float"
          >
            {notice.tone === 'failed' && <CircleAlert size={16} className="shrink-0" aria-hidden />}
            <span className="py-1.5">{notice.text}</span>
            {notice.action && (
              <button
                type="button"
                className="rounded px-2 py-1 font-medium underline underline-offset-2"
                onClick={notice.action.run}
              >
                {notice.action.title}
              </button>
            )}
            <IconButton
              label="Dismiss"
              className="text-ground hover:bg-ground/15 hover:text-ground"
              onClick={() => dismiss(notice.id)}
            >
              <X size={16} />
            </IconButton>
          </div>
        ))}
      </div>
    </>
  );
}

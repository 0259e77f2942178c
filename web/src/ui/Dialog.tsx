import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './Button';
import { classes } from './classes';

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  about?: ReactNode;
  children?: ReactNode;
  foot?: ReactNode;
  wide?: boolean;
};

/** A window over the page: title, one sentence, content, buttons. Escape and a click outside close it. */
export function Dialog({ open, onClose, title, about, children, foot, wide }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/30" />
        <Radix.Content
          {...(about ? {} : { 'aria-describedby': undefined })}
          className={classes(
            'fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-card border border-line bg-card shadow-float focus:outline-none',
            wide ? 'max-w-3xl' : 'max-w-md',
          )}
        >
          <header className="px-5 pt-4 pb-2">
            <Radix.Title className="pr-8 text-lg font-semibold">{title}</Radix.Title>
            {about && <Radix.Description className="mt-1 text-soft">{about}</Radix.Description>}
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-2">{children}</div>
          {foot && <footer className="flex justify-end gap-2 px-5 pt-2 pb-4">{foot}</footer>}
          {/* Last in order, so that a dialog opens with the focus on what it is about. */}
          <Radix.Close asChild>
            <IconButton label="Close" className="absolute top-3 right-3">
              <X size={16} />
            </IconButton>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

import { Dialog as Radix } from 'radix-ui';
import { Chooser, type ChooserProps } from './Chooser';

/** A chooser that floats over the page near its top; Escape closes it. */
export function ChooserDialog({
  open,
  onClose,
  ...chooser
}: ChooserProps & { open: boolean; onClose: () => void }) {
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/20" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-40 flex max-h-[70vh] w-[calc(100vw-32px)] max-w-lg -translate-x-1/2 flex-col rounded-card border border-line bg-card shadow-float focus:outline-none"
        >
          <Radix.Title className="px-4 pt-3 text-panel font-medium">{chooser.label}</Radix.Title>
          <Chooser {...chooser} focused />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

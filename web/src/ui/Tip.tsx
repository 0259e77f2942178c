import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import { Keys } from './Keys';

type TipProps = {
  text: ReactNode;
  shortcut?: string;
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactNode;
};

/** A short text that appears beside a control on hover and focus. */
export function Tip({ text, shortcut, side = 'bottom', children }: TipProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 items-center gap-2 rounded-box bg-ink px-2 py-1 text-xs text-ground shadow-float"
        >
          {text}
          {shortcut && <Keys keys={shortcut} onDark />}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

export const TipProvider = ({ children }: { children: ReactNode }) => (
  <Tooltip.Provider delayDuration={400} skipDelayDuration={300}>
    {children}
  </Tooltip.Provider>
);

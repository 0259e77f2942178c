import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Fragment, type ReactNode } from 'react';
import { Keys } from './Keys';
import { classes } from './classes';

export type MenuItem = {
  title: string;
  icon?: ReactNode;
  shortcut?: string;
  disabled?: boolean;
  danger?: boolean;
  checked?: boolean;
  run: () => void;
};

type MenuProps = {
  trigger: ReactNode;
  title?: string;
  groups: MenuItem[][];
  align?: 'start' | 'end';
};

/** A menu under a button; its groups are parted by lines, shortcuts stand at the right. */
export function Menu({ trigger, title, groups, align = 'end' }: MenuProps) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-40 min-w-48 animate-appear rounded-card border border-line bg-card p-1 shadow-float"
        >
          {title && (
            <DropdownMenu.Label className="px-2 pt-1 pb-1.5 text-xs text-faint">
              {title}
            </DropdownMenu.Label>
          )}
          {groups
            .filter((group) => group.length > 0)
            .map((group, index) => (
              <Fragment key={group[0]?.title}>
                {index > 0 && <DropdownMenu.Separator className="mx-2 my-1 h-px bg-line" />}
                {group.map((item) => (
                  <Item key={item.title} {...item} />
                ))}
              </Fragment>
            ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Item({ title, icon, shortcut, disabled, danger, checked, run }: MenuItem) {
  return (
    <DropdownMenu.Item
      disabled={disabled}
      onSelect={run}
      className={classes(
        'flex h-8 items-center gap-2 rounded-box px-2 outline-none select-none data-[disabled]:opacity-45 data-[highlighted]:bg-hover',
        danger && 'text-failed',
      )}
    >
      {icon}
      {title}
      {checked && <Check size={16} className="ml-auto" aria-label="chosen" />}
      {shortcut && <Keys keys={shortcut} />}
    </DropdownMenu.Item>
  );
}

import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classes } from './classes';
import { Tip } from './Tip';

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: 'primary' | 'plain' | 'quiet' | 'danger';
  small?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

const LOOKS = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong border-transparent font-medium',
  plain: 'bg-card border-line-strong hover:bg-hover',
  quiet: 'border-transparent hover:bg-hover text-soft hover:text-ink',
  danger: 'bg-card border-line-strong text-failed hover:bg-hover',
};

/** A button with words on it. */
export function Button({
  look = 'plain',
  small,
  className,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={classes(
        'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-box border whitespace-nowrap transition-colors duration-150',
        'disabled:cursor-not-allowed disabled:opacity-55',
        small ? 'h-7 px-2.5 text-panel' : 'h-8 px-3',
        LOOKS[look],
        className,
      )}
      {...rest}
    />
  );
}

export type IconButtonProps = Omit<ButtonProps, 'children'> & {
  label: string;
  shortcut?: string;
  pressed?: boolean;
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactNode;
};

/** A button with only an icon; its name is read out and shown on hover. */
export function IconButton({
  label,
  shortcut,
  pressed,
  side,
  className,
  children,
  ...rest
}: IconButtonProps) {
  return (
    <Tip text={label} shortcut={shortcut} side={side}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        className={classes(
          'inline-flex size-8 shrink-0 items-center justify-center rounded-box text-soft transition-colors duration-150 hover:bg-hover hover:text-ink',
          'disabled:cursor-not-allowed disabled:opacity-45',
          pressed && 'bg-accent-soft text-accent',
          className,
        )}
        {...rest}
      >
        {children}
      </button>
    </Tip>
  );
}

import { classes } from './classes';

/** Whether this is an Apple keyboard, where Ctrl is ⌘. */
export const isApple = /mac|iphone|ipad/i.test(navigator.userAgent);

const SIGNS: Record<string, string> = {
  Mod: isApple ? '⌘' : 'Ctrl',
  Shift: isApple ? '⇧' : 'Shift',
  Alt: isApple ? '⌥' : 'Alt',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
  Escape: 'Esc',
  ' ': 'Space',
};

/** A shortcut such as `Mod+Shift+Z`, as the keys are labelled on this computer. */
export function Keys({ keys, onDark }: { keys: string; onDark?: boolean }) {
  return (
    <span className="ml-auto inline-flex gap-0.5 pl-3" aria-hidden>
      {keys.split('+').map((key) => (
        <kbd
          key={key}
          className={classes(
            'min-w-5 rounded border px-1 text-center font-sans text-[11px] leading-4',
            onDark ? 'border-ground/30' : 'border-line-strong text-faint',
          )}
        >
          {SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key)}
        </kbd>
      ))}
    </span>
  );
}

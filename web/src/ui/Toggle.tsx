import { RadioGroup, Switch } from 'radix-ui';
import { useTied } from './Field';
import { classes } from './classes';

/** On or off. */
export function Toggle({
  checked,
  onChange,
  label,
  disabled,
}: {
  checked: boolean;
  onChange: (next: boolean) => void;
  label?: string;
  disabled?: boolean;
}) {
  const tied = useTied();
  return (
    <Switch.Root
      {...(label ? { 'aria-label': label } : tied)}
      checked={checked}
      disabled={disabled}
      onCheckedChange={onChange}
      className="relative h-6 w-10 shrink-0 rounded-full border border-field-line bg-sunken transition-colors duration-150 data-[state=checked]:border-transparent data-[state=checked]:bg-accent"
    >
      <Switch.Thumb className="block size-4.5 translate-x-0.5 rounded-full bg-soft transition-transform duration-150 data-[state=checked]:translate-x-4.5 data-[state=checked]:bg-on-accent" />
    </Switch.Root>
  );
}

type SegmentsProps<T extends string> = {
  label: string;
  value: T;
  options: { value: T; title: string }[];
  onChange: (next: T) => void;
  small?: boolean;
};

/** One of two or three words, side by side. */
export function Segments<T extends string>({
  label,
  value,
  options,
  onChange,
  small,
}: SegmentsProps<T>) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={(next) => onChange(next as T)}
      className="inline-flex rounded-box bg-sunken p-0.5"
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          className={classes(
            'rounded-[6px] text-soft transition-colors duration-150 hover:text-ink data-[state=checked]:bg-card data-[state=checked]:text-ink data-[state=checked]:shadow-[0_0_0_1px_var(--line-strong)]',
            small ? 'h-6 px-2 text-xs' : 'h-7 px-3 text-panel',
          )}
        >
          {option.title}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}

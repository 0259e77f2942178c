import {
  createContext,
  use,
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { classes } from './classes';

/** What ties a control to its label, hint and error. */
type Tied = { id: string; describedBy?: string; invalid: boolean; required?: boolean };

const TiedContext = createContext<Tied | undefined>(undefined);

export type FieldProps = {
  label: string;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  aside?: ReactNode;
  children: ReactNode;
};

/** A labelled control with its hint and, when something is wrong, what to do about it. */
export function Field({ label, hint, error, required, aside, children }: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : '';
  const errorId = error ? `${id}-error` : '';
  const describedBy = [hintId, errorId].filter(Boolean).join(' ') || undefined;
  return (
    <TiedContext value={{ id, describedBy, invalid: error !== undefined, required }}>
      <div className="flex flex-col gap-1">
        <div className="flex min-h-6 items-center gap-2">
          <label htmlFor={id} className="text-panel font-medium">
            {label}
            {required && (
              <span className="text-faint" aria-hidden>
                {' '}
                *
              </span>
            )}
          </label>
          {aside && <div className="ml-auto flex items-center gap-1">{aside}</div>}
        </div>
        {children}
        {error && (
          <p id={errorId} className="text-xs text-failed">
            {error}
          </p>
        )}
        {hint && (
          <p id={hintId} className="text-xs text-faint">
            {hint}
          </p>
        )}
      </div>
    </TiedContext>
  );
}

/** The attributes that tie a control to the field around it. */
export function useTied() {
  const tied = use(TiedContext);
  if (!tied) return {};
  return {
    id: tied.id,
    'aria-describedby': tied.describedBy,
    'aria-invalid': tied.invalid || undefined,
    'aria-required': tied.required,
  };
}

export const CONTROL =
  'w-full min-w-0 rounded-box border border-field-line bg-card px-2.5 transition-colors duration-150 hover:border-soft focus:border-accent focus:outline-2 focus:outline-accent focus:outline-offset-0 disabled:opacity-60 aria-invalid:border-failed';

type InputProps = InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> };

export function TextInput({ className, ...rest }: InputProps) {
  return (
    <input
      type="text"
      autoComplete="off"
      {...useTied()}
      className={classes(CONTROL, 'h-8', className)}
      {...rest}
    />
  );
}

type AreaProps = TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> };

export function TextArea({ className, ...rest }: AreaProps) {
  return (
    <textarea
      rows={4}
      {...useTied()}
      className={classes(CONTROL, 'resize-y py-1.5', className)}
      {...rest}
    />
  );
}

type SelectProps = SelectHTMLAttributes<HTMLSelectElement> & {
  options: { value: string; title: string }[];
};

export function Select({ options, className, ...rest }: SelectProps) {
  return (
    <select {...useTied()} className={classes(CONTROL, 'h-8 pr-6', className)} {...rest}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.title}
        </option>
      ))}
    </select>
  );
}

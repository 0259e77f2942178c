import { Check, Copy as CopyIcon } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from './Button';
import { notify } from './notices';

/** Puts a text on the clipboard and says so. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    notify('The browser didn’t let this page use the clipboard.', 'failed');
    return false;
  }
}

/** A button that copies; the tick says it worked. With `words` they stand beside the icon. */
export function Copy({
  text,
  label,
  words,
}: {
  text: () => string;
  label: string;
  words?: boolean;
}) {
  const [done, setDone] = useState(false);
  const copy = async () => {
    if (!(await copyText(text()))) return;
    setDone(true);
    setTimeout(() => setDone(false), 1_500);
  };
  const icon = done ? <Check size={16} className="text-done" /> : <CopyIcon size={16} />;
  if (!words) {
    return (
      <IconButton label={done ? 'Copied' : label} className="size-7" onClick={() => void copy()}>
        {icon}
      </IconButton>
    );
  }
  return (
    <Button small onClick={() => void copy()}>
      {icon}
      {done ? 'Copied' : label}
    </Button>
  );
}

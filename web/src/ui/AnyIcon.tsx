import { Box, icons } from 'lucide-react';

/** Any lucide icon; a box when the name is unknown. All of them are in here, so it is loaded late. */
export default function AnyIcon({ name, size }: { name: string; size: number }) {
  const pascal = name.replace(/(^|-)([a-z0-9])/g, (_, _dash, letter: string) =>
    letter.toUpperCase(),
  );
  const Found = (icons as Record<string, typeof Box | undefined>)[pascal] ?? Box;
  return <Found size={size} aria-hidden />;
}

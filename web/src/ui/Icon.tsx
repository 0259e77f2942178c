import * as lucide from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { lazy, Suspense } from 'react';

/** Icons a catalog is likely to name; any other lucide icon is loaded when it is asked for. */
const KNOWN: Record<string, LucideIcon> = {
  bot: lucide.Bot,
  braces: lucide.Braces,
  'calendar-clock': lucide.CalendarClock,
  clock: lucide.Clock,
  'corner-down-left': lucide.CornerDownLeft,
  'git-branch': lucide.GitBranch,
  'git-fork': lucide.GitFork,
  'git-merge': lucide.GitMerge,
  globe: lucide.Globe,
  hourglass: lucide.Hourglass,
  mail: lucide.Mail,
  merge: lucide.Merge,
  'message-square': lucide.MessageSquare,
  'octagon-x': lucide.OctagonX,
  pencil: lucide.Pencil,
  'pencil-line': lucide.PencilLine,
  play: lucide.Play,
  reply: lucide.Reply,
  route: lucide.Route,
  send: lucide.Send,
  'sliders-horizontal': lucide.SlidersHorizontal,
  signpost: lucide.Signpost,
  sparkles: lucide.Sparkles,
  split: lucide.Split,
  'square-stop': lucide.SquareStop,
  timer: lucide.Timer,
  webhook: lucide.Webhook,
};

const Other = lazy(() => import('./AnyIcon'));

/** A lucide icon by its name, in one of the two sizes there are. */
export function Icon({ name, size = 16 }: { name: string; size?: 16 | 20 }) {
  const Known = KNOWN[name];
  if (Known) return <Known size={size} aria-hidden />;
  return (
    <Suspense fallback={<span style={{ width: size, height: size }} />}>
      <Other name={name} size={size} />
    </Suspense>
  );
}

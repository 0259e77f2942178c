import {
  ChevronsLeft,
  ChevronsRight,
  CircleUser,
  History,
  Inbox,
  LogOut,
  Monitor,
  Moon,
  Sun,
  Workflow,
} from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useWaiting } from '@/data/approvals';
import { useSession } from '@/data/account';
import { useServices } from '@/data/services';
import { IconButton } from '@/ui/Button';
import { classes } from '@/ui/classes';
import { Mark } from '@/ui/Mark';
import { Menu } from '@/ui/Menu';
import { setTheme, useTheme, type Theme } from '@/ui/theme';
import { Tip } from '@/ui/Tip';

const PLACES = [
  {
    to: '/workflows',
    title: 'Workflows',
    icon: <Workflow size={20} strokeWidth={1.75} aria-hidden />,
  },
  { to: '/runs', title: 'Runs', icon: <History size={20} strokeWidth={1.75} aria-hidden /> },
  {
    to: '/approvals',
    title: 'Approvals',
    icon: <Inbox size={20} strokeWidth={1.75} aria-hidden />,
  },
];

const WIDE = 'heddle.rail';

/** The way around: icons at the left, words on hover or when it is opened wide; at the bottom on a phone. */
export function Rail() {
  const [wide, setWide] = useState(localStorage.getItem(WIDE) === 'wide');
  const waiting = useWaiting();
  const toggle = () => {
    localStorage.setItem(WIDE, wide ? '' : 'wide');
    setWide(!wide);
  };
  return (
    <nav
      aria-label="Main"
      className={classes(
        'z-10 flex shrink-0 border-line bg-ground max-md:order-last max-md:border-t max-md:px-2 md:flex-col md:border-r md:p-2',
        wide ? 'md:w-44' : 'md:w-14',
      )}
    >
      <span className="mx-2 my-2 mb-4 text-accent max-md:hidden">
        <Mark />
      </span>
      {PLACES.map((place) => (
        <Place
          key={place.to}
          {...place}
          wide={wide}
          waiting={place.to === '/approvals' ? waiting : undefined}
        />
      ))}
      <div className="flex-1 max-md:hidden" />
      <AccountMenu wide={wide} />
      <IconButton
        label={wide ? 'Make the rail narrow' : 'Show words in the rail'}
        side="right"
        className="mx-1 max-md:hidden"
        onClick={toggle}
      >
        {wide ? <ChevronsLeft size={16} /> : <ChevronsRight size={16} />}
      </IconButton>
    </nav>
  );
}

const PLACE =
  'flex items-center gap-3 rounded-box transition-colors duration-150 hover:bg-hover max-md:h-14 max-md:flex-1 max-md:flex-col max-md:justify-center max-md:gap-0.5 max-md:text-xs md:h-10 md:px-2.5';

type Waiting = ReturnType<typeof useWaiting>;

function Place({
  to,
  title,
  icon,
  wide,
  waiting,
}: {
  to: string;
  title: string;
  icon: ReactNode;
  wide: boolean;
  waiting?: Waiting;
}) {
  const here = useLocation().pathname.startsWith(to);
  const link = (
    <Link
      to={to}
      aria-current={here ? 'page' : undefined}
      className={classes(
        PLACE,
        here ? 'font-medium text-accent md:bg-accent-soft' : 'text-soft hover:text-ink',
      )}
    >
      <span className="relative">
        {icon}
        {waiting && waiting.count > 0 && <Badge waiting={waiting} />}
      </span>
      <span className={wide ? '' : 'md:sr-only'}>{title}</span>
    </Link>
  );
  return wide ? (
    link
  ) : (
    <Tip text={title} side="right">
      {link}
    </Tip>
  );
}

/** How many wait for an answer. */
function Badge({ waiting: { count, more } }: { waiting: Waiting }) {
  const number = more ? `${count}+` : String(count);
  return (
    <span className="absolute -top-2 left-2.5 min-w-4 rounded-full bg-waiting px-1 text-center text-[10px] leading-4 font-medium text-ground">
      {number}
      <span className="sr-only"> waiting. </span>
    </span>
  );
}

const THEMES: { theme: Theme; title: string; icon: ReactNode }[] = [
  { theme: 'system', title: 'Look like the system', icon: <Monitor size={16} /> },
  { theme: 'light', title: 'Light', icon: <Sun size={16} /> },
  { theme: 'dark', title: 'Dark', icon: <Moon size={16} /> },
];

function AccountMenu({ wide }: { wide: boolean }) {
  const { user, tenant } = useSession();
  const { account } = useServices();
  const theme = useTheme();
  return (
    <Menu
      align="start"
      title={`${user.name} · ${tenant.name}`}
      trigger={
        <button
          type="button"
          className={classes(PLACE, 'w-full text-left text-soft hover:text-ink')}
          aria-label={`Account of ${user.name}`}
        >
          <CircleUser size={20} strokeWidth={1.75} aria-hidden />
          <span className={classes('truncate', !wide && 'md:sr-only')} aria-hidden>
            Account
          </span>
        </button>
      }
      groups={[
        THEMES.map((one) => ({
          title: one.title,
          icon: one.icon,
          checked: one.theme === theme,
          run: () => setTheme(one.theme),
        })),
        [{ title: 'Sign out', icon: <LogOut size={16} />, run: () => void account.signOut() }],
      ]}
    />
  );
}

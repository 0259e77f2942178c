import type { Position } from './document';

export type Direction = 'left' | 'right' | 'up' | 'down';

const AXES: Record<Direction, [along: 'x' | 'y', sign: 1 | -1]> = {
  left: ['x', -1],
  right: ['x', 1],
  up: ['y', -1],
  down: ['y', 1],
};

/** The part that an arrow key leads to: near, and rather straight ahead than aside. */
export function towards<T extends { id: string; position: Position }>(
  parts: readonly T[],
  from: T,
  direction: Direction,
): T | undefined {
  const [along, sign] = AXES[direction];
  const across = along === 'x' ? 'y' : 'x';
  const scored = parts
    .map((part) => ({
      part,
      ahead: (part.position[along] - from.position[along]) * sign,
      aside: Math.abs(part.position[across] - from.position[across]),
    }))
    .filter(({ part, ahead }) => part.id !== from.id && ahead > 0)
    .sort((a, b) => a.ahead + 2 * a.aside - (b.ahead + 2 * b.aside));
  return scored[0]?.part;
}

export function stepTo(position: Position, direction: Direction, length: number): Position {
  const [along, sign] = AXES[direction];
  return { ...position, [along]: position[along] + sign * length };
}

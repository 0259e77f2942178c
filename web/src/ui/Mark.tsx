/** The mark: a heddle with its eye, in the colour of the text around it. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg
      viewBox="0 0 32 32"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={2.6}
      strokeLinecap="round"
      role="img"
      aria-label="Heddle"
    >
      <path d="M6 5v22M26 5v22M6 16h5.5M20.5 16H26M16 3v7M16 22v7" />
      <ellipse cx="16" cy="16" rx="4.5" ry="6" />
    </svg>
  );
}

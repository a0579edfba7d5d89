/** The product logo. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <g stroke="var(--mantine-color-anchor)" strokeWidth="2.6" strokeLinecap="round">
        <path d="M7.4 4.7a8.8 8.8 0 1 0 9.2 0" />
        <path d="M12 2v9" />
      </g>
      <circle cx="12" cy="12.6" r="3.2" fill="var(--mantine-color-anchor)" />
    </svg>
  )
}

import { Link, type LinkProps } from '@tanstack/react-router'
import classes from './SectionTabs.module.css'

type Props = {
  label: string
  pages: readonly { label: string; to: NonNullable<LinkProps['to']> }[]
}

/** Tabs that link pages of one section. */
export function SectionTabs({ label, pages }: Props) {
  return (
    <nav className={classes.sections} aria-label={label}>
      {pages.map(({ label, to }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {label}
        </Link>
      ))}
    </nav>
  )
}

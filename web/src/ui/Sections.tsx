import { Link, type LinkProps } from '@tanstack/react-router'
import classes from './Sections.module.css'

type Props = {
  of: string
  sections: readonly { label: string; to: NonNullable<LinkProps['to']> }[]
}

/** The pages of one subject, side by side. */
export function Sections({ of, sections }: Props) {
  return (
    <nav className={classes.sections} aria-label={of}>
      {sections.map(({ label, to }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {label}
        </Link>
      ))}
    </nav>
  )
}

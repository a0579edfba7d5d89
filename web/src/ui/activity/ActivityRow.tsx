import type { ReactNode } from 'react'
import { RelativeTime } from '../RelativeTime'
import classes from './ActivityRow.module.css'

type Props = {
  /** When it happened. */
  at: string
  /** Shown in red, for failures. */
  bad?: boolean
  /** The row of the page that shows it. */
  current?: boolean
  /** Wraps the time, for a link to more. */
  link?: (time: ReactNode) => ReactNode
  children: ReactNode
}

/** The rows of a list of activity, newest first. */
export function ActivityRows({ children }: { children: ReactNode }) {
  return <ol className={classes.list}>{children}</ol>
}

/** What happened, and when. */
export function ActivityRow({ at, bad, current, link = (time) => time, children }: Props) {
  return (
    <li
      className={classes.entry}
      data-bad={bad || undefined}
      aria-current={current ? 'true' : undefined}
    >
      <div className={classes.what}>{children}</div>
      <span className={classes.when}>{link(<RelativeTime at={at} />)}</span>
    </li>
  )
}

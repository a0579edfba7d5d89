import type { ReactNode } from 'react'
import classes from './Items.module.css'

/** A short list inside a section. Each item has a title, a description and an action. */
export function Items({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={classes.items} aria-label={label}>
      {children}
    </ul>
  )
}

type ItemProps = { icon: ReactNode; title: ReactNode; description: ReactNode; action: ReactNode }

Items.Item = function Item({ icon, title, description, action }: ItemProps) {
  return (
    <li className={classes.item}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <div className={classes.text}>
        <div className={classes.title}>{title}</div>
        <div className={classes.description}>{description}</div>
      </div>
      {action}
    </li>
  )
}

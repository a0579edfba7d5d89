import type { ReactNode } from 'react'
import classes from './Definitions.module.css'

export type Definition = { label: string; value: ReactNode; help?: string | undefined }

/** Names with their values, for settings that the user can see but not change. */
export function Definitions({ items }: { items: Definition[] }) {
  return (
    <dl className={classes.list}>
      {items.map(({ label, value, help }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {help && <span className={classes.help}>{help}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

import { VisuallyHidden } from '@mantine/core'
import classes from './LiveDot.module.css'

/** Online state: a full dot, or a ring for offline. */
export function LiveDot({ on }: { on: boolean }) {
  const label = on ? 'Online' : 'Offline'
  return (
    <span className={classes.dot} data-on={on || undefined} title={label}>
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  )
}

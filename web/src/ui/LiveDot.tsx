import { VisuallyHidden } from '@mantine/core'
import classes from './LiveDot.module.css'

/** Whether something is there right now: a full dot or an empty ring. */
export function LiveDot({ on }: { on: boolean }) {
  const words = on ? 'Online' : 'Offline'
  return (
    <span className={classes.dot} data-on={on || undefined} title={words}>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  )
}

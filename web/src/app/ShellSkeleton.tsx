import { Skeleton, Stack } from '@mantine/core'
import classes from './shell.module.css'

/** The shell's outline while a reloaded page gets its session back. */
export function ShellSkeleton() {
  return (
    <div className={classes.waiting} aria-busy="true">
      <div className={classes.waitingNav}>
        <Stack gap="sm">
          {[120, 90, 110, 80].map((width) => (
            <Skeleton key={width} height={14} width={width} />
          ))}
        </Stack>
      </div>
      <Stack gap="md" p="lg" flex={1}>
        <Skeleton height={22} width={160} />
        <Skeleton height={260} />
      </Stack>
    </div>
  )
}

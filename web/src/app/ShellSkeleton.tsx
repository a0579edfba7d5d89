import { Skeleton, Stack } from '@mantine/core'
import classes from './shell.module.css'

/** Skeleton of the shell while a reloaded page restores its session. */
export function ShellSkeleton() {
  return (
    <div className={classes.skeleton} aria-busy="true">
      <div className={classes.skeletonNav}>
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

import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { StackedBarsProps } from './StackedBars'

const StackedBars = lazy(() => import('./StackedBars'))

/** A bar chart that comes after the page, in the place it will take; no rows means that they are on their way. */
export function Chart({
  rows,
  ...props
}: Omit<StackedBarsProps, 'rows'> & { rows?: StackedBarsProps['rows'] | undefined }) {
  const waiting = <Skeleton height={160} aria-busy="true" />
  if (!rows) return waiting
  return (
    <Suspense fallback={waiting}>
      <StackedBars rows={rows} {...props} />
    </Suspense>
  )
}

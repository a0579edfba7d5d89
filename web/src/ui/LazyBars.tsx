import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { BarsProps } from './Bars'

const Bars = lazy(() => import('./Bars'))

/** A bar chart that comes after the page, in the place it will take; no rows means that they are on their way. */
export function LazyBars({
  rows,
  ...props
}: Omit<BarsProps, 'rows'> & { rows?: BarsProps['rows'] | undefined }) {
  const waiting = <Skeleton height={160} aria-busy="true" />
  if (!rows) return waiting
  return (
    <Suspense fallback={waiting}>
      <Bars rows={rows} {...props} />
    </Suspense>
  )
}

import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { StackedBarsProps } from './StackedBars'

const StackedBars = lazy(() => import('./StackedBars'))
const HEIGHT = 190

type Props = Omit<StackedBarsProps, 'rows' | 'height'> & {
  rows?: StackedBarsProps['rows'] | undefined
}

/** A bar chart that comes after the page, in the place it will take; no rows means that they are on their way. */
export function Chart({ rows, ...props }: Props) {
  const waiting = <Skeleton height={HEIGHT} aria-busy="true" />
  if (!rows) return waiting
  return (
    <Suspense fallback={waiting}>
      <StackedBars rows={rows} height={HEIGHT} {...props} />
    </Suspense>
  )
}

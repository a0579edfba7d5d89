import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { StackedBarsProps } from './StackedBars'

const StackedBars = lazy(() => import('./StackedBars'))
const HEIGHT = 190

type Props = Omit<StackedBarsProps, 'rows' | 'height'> & {
  rows?: StackedBarsProps['rows'] | undefined
}

/** A bar chart that is loaded after the page, with a skeleton of its size. Undefined rows are loading. */
export function Chart({ rows, ...props }: Props) {
  const skeleton = <Skeleton height={HEIGHT} aria-busy="true" />
  if (!rows) return skeleton
  return (
    <Suspense fallback={skeleton}>
      <StackedBars rows={rows} height={HEIGHT} {...props} />
    </Suspense>
  )
}

import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import type { ChartProps } from './chart/model'

const ChartBody = lazy(() => import('./chart/ChartBody'))
const HEIGHT = 222

type Props = Omit<ChartProps, 'rows'> & { rows: ChartProps['rows'] | undefined }

/** A chart with a legend and a table of its values, loaded after the page. Undefined rows are loading. */
export function Chart({ rows, ...props }: Props) {
  const skeleton = <Skeleton height={HEIGHT} aria-busy="true" />
  if (!rows) return skeleton
  return (
    <Suspense fallback={skeleton}>
      <ChartBody rows={rows} {...props} />
    </Suspense>
  )
}

import { Group, SegmentedControl, Skeleton, Title, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { formatMilliseconds } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { type UptimeRange, type UptimeSeries, uptimeSeriesQuery } from './queries'
import classes from './services.module.css'

const Chart = lazy(() => import('./LatencyChart'))
const HEIGHT = 220
const ranges: UptimeRange[] = ['24h', '7d', '90d']

/** Response times over time, as a chart and as text for screen readers. */
export function CheckHistory({ id }: { id: string }) {
  const [range, setRange] = useState<UptimeRange>('24h')
  const { data: series, error, refetch } = useQuery(uptimeSeriesQuery(id, range))
  const skeleton = <Skeleton height={HEIGHT} aria-busy="true" />
  return (
    <figure className={classes.box} aria-label="Response times">
      <Group justify="space-between" gap="xs" mb="sm">
        <Title order={2}>Response times</Title>
        <SegmentedControl
          size="xs"
          aria-label="Time range"
          data={ranges}
          value={range}
          onChange={(value) => setRange(value as UptimeRange)}
        />
      </Group>
      {error && !series && <LoadError error={error} retry={() => void refetch()} />}
      {!series && !error && skeleton}
      {series && (
        <>
          <div aria-hidden>
            <Suspense fallback={skeleton}>
              <Chart series={series} height={HEIGHT} />
            </Suspense>
          </div>
          <VisuallyHidden>
            <p>{summarize(series)}</p>
          </VisuallyHidden>
        </>
      )}
    </figure>
  )
}

function summarize({ points }: UptimeSeries) {
  const times = points.flatMap(({ average_latency_ms: time }) => (time === null ? [] : [time]))
  if (times.length === 0) return 'No responses in this period.'
  const [min, max] = [Math.min(...times), Math.max(...times)]
  return `Average between ${formatMilliseconds(min)} and ${formatMilliseconds(max)}.`
}

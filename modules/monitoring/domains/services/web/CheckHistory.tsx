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

/** How long it took to answer over time, as a chart and in words for whoever does not see it. */
export function CheckHistory({ id }: { id: string }) {
  const [range, setRange] = useState<UptimeRange>('24h')
  const { data: series, error, refetch } = useQuery(uptimeSeriesQuery(id, range))
  const ghost = <Skeleton height={HEIGHT} aria-busy="true" />
  return (
    <figure className={classes.box} aria-label="Answer times">
      <Group justify="space-between" gap="xs" mb="sm">
        <Title order={2}>Answer times</Title>
        <SegmentedControl
          size="xs"
          aria-label="Time range"
          data={ranges}
          value={range}
          onChange={(value) => setRange(value as UptimeRange)}
        />
      </Group>
      {error && !series && <LoadError error={error} retry={() => void refetch()} />}
      {!series && !error && ghost}
      {series && (
        <>
          <div aria-hidden>
            <Suspense fallback={ghost}>
              <Chart series={series} height={HEIGHT} />
            </Suspense>
          </div>
          <VisuallyHidden>
            <p>{inWords(series)}</p>
          </VisuallyHidden>
        </>
      )}
    </figure>
  )
}

function inWords({ points }: UptimeSeries) {
  const answered = points.flatMap(({ average_latency_ms: time }) => (time === null ? [] : [time]))
  if (answered.length === 0) return 'Nothing was answered in this time.'
  const [least, most] = [Math.min(...answered), Math.max(...answered)]
  return `On average between ${formatMilliseconds(least)} and ${formatMilliseconds(most)}.`
}

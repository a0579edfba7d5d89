import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import classes from './alerts.module.css'
import { metricsQuery, rulePreviewQuery, type WatchedMetric } from './queries'
import { formatMetric } from './words'

/** What the rule would find now, while it is being written. */
export function RulePreviewPanel({ watched }: { watched: WatchedMetric }) {
  const [asked] = useDebouncedValue(watched, 300)
  const { data: found, error } = useQuery(rulePreviewQuery(asked))
  const { data: metrics } = useQuery(metricsQuery)
  return (
    <div className={classes.preview} role="status">
      {error && !found ? error.message : found ? sentence() : 'Looking at the figure…'}
    </div>
  )

  function sentence() {
    if (!found) return null
    const unit = metrics?.find(({ name }) => name === found.metric)?.unit
    const verdict = found.holds ? 'the rule would begin to count now' : 'all is well by this rule'
    return (
      <>
        It is <b>{formatMetric(found.current_value, unit)}</b> now: {verdict}.
      </>
    )
  }
}

import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import classes from './alerts.module.css'
import { metricsQuery, rulePreviewQuery, type WatchedMetric } from './queries'
import { formatMetric } from './words'

/** Evaluates the rule with the current value while it is edited. */
export function RulePreviewPanel({ watched }: { watched: WatchedMetric }) {
  const [debounced] = useDebouncedValue(watched, 300)
  const { data: preview, error } = useQuery(rulePreviewQuery(debounced))
  const { data: metrics } = useQuery(metricsQuery)
  return (
    <div className={classes.preview} role="status">
      {error && !preview ? error.message : preview ? sentence() : 'Loading the current value…'}
    </div>
  )

  function sentence() {
    if (!preview) return null
    const unit = metrics?.find(({ name }) => name === preview.metric)?.unit
    const verdict = preview.holds ? 'the condition is met' : 'the condition is not met'
    return (
      <>
        Current value: <b>{formatMetric(preview.current_value, unit)}</b> ({verdict}).
      </>
    )
  }
}

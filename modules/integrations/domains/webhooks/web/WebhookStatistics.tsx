import { WebhookFigures } from './Figures'
import { WeeklyDeliveriesChart } from './WeeklyDeliveriesChart'

/** The metrics of a webhook and its deliveries of the last seven days. */
export default function WebhookStatistics({ id }: { id: string }) {
  return (
    <>
      <WebhookFigures id={id} />
      <WeeklyDeliveriesChart id={id} />
    </>
  )
}

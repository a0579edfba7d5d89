import type { Channel } from '@powernode/server/platform/cable/channel.ts'
import {
  Choice,
  Count,
  Id,
  Nullable,
  Shape,
  Text,
  Time,
} from '@powernode/server/platform/http/shapes.ts'
import { Type } from 'typebox'

/** The channel topic of this server's alerts. */
export const alertStream = 'alerts'

const status = Choice(['open', 'acknowledged', 'resolved'], 'Status')
const metricValue = (description: string) => Nullable(Type.Number({ description, examples: [90] }))

const AlertFields = { id: Id(), name: Text(200, { description: 'Name' }), status }

const Triggered = Shape({
  ...AlertFields,
  alert_type: Text(100, { description: 'Type' }),
  metric_name: Nullable(Text(100, { description: 'Metric' })),
  condition: Nullable(Text(20, { description: 'Comparison with the threshold' })),
  threshold_value: metricValue('Threshold'),
  current_value: metricValue('Value when the alert was last triggered'),
  trigger_count: Count('How often it was triggered'),
})

const timestamp = Time('When it happened')

/** Sends triggered, acknowledged and resolved alerts to users who may see them. */
export const AlertChannel: Channel = {
  summary: 'Alerts of this server.',
  needs: 'admin.alerts.read',
  params: {},
  messages: {
    alert_triggered: {
      summary: 'An alert was triggered, or triggered again',
      fields: { alert: Triggered, timestamp },
    },
    alert_acknowledged: {
      summary: 'An alert was acknowledged',
      fields: { alert: Shape(AlertFields), timestamp },
    },
    alert_resolved: {
      summary: 'An alert was resolved',
      fields: { alert: Shape(AlertFields), timestamp },
    },
  },
  stream({ actor }) {
    return actor.kind === 'user' && actor.permissions.has('admin.alerts.read')
      ? alertStream
      : undefined
  },
}

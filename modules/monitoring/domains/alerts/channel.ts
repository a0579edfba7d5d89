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

/** The stream that tells of the alerts of this server. */
export const STREAM = 'alerts'

const status = Choice(['open', 'acknowledged', 'resolved'], 'How far it is')
const figure = (description: string) => Nullable(Type.Number({ description, examples: [90] }))

const Brief = { id: Id(), name: Text(200, { description: 'What it is called' }), status }

const Triggered = Shape({
  ...Brief,
  alert_type: Text(100, { description: 'What kind' }),
  metric_name: Nullable(Text(100, { description: 'The figure that is watched' })),
  condition: Nullable(Text(20, { description: 'How it is compared with the threshold' })),
  threshold_value: figure('What it is compared with'),
  current_value: figure('What it was when the alert was triggered last'),
  trigger_count: Count('How often it was triggered'),
})

const timestamp = Time('When')

/** Says that alerts were triggered, acknowledged and resolved, to whoever may see them. */
export const AlertChannel: Channel = {
  summary: 'Alerts of this server.',
  needs: 'admin.alerts.read',
  params: {},
  messages: {
    alert_triggered: {
      summary: 'An alert was triggered, or once more',
      fields: { alert: Triggered, timestamp },
    },
    alert_acknowledged: {
      summary: 'Somebody took it up',
      fields: { alert: Shape(Brief), timestamp },
    },
    alert_resolved: {
      summary: 'It is over',
      fields: { alert: Shape(Brief), timestamp },
    },
  },
  stream({ actor }) {
    return actor.kind === 'user' && actor.permissions.has('admin.alerts.read') ? STREAM : undefined
  },
}

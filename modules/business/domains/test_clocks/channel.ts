import type { Channel } from '@powernode/server/platform/cable/channel.ts'
import { Id, Shape, Time } from '@powernode/server/platform/http/shapes.ts'
import { TEST_CLOCKS_STREAM, TestClock } from './test_clock.ts'

/** Tells administrators how test clocks advance. */
export const TestClockChannel: Channel = {
  summary: 'Test clocks of accounts.',
  needs: 'admin.test_clocks.read',
  params: {},
  messages: {
    test_clock_changed: {
      summary: 'A clock moved, arrived or failed',
      fields: {
        test_clock: Shape({
          id: Id(),
          status: TestClock.properties.status,
          billing_time: TestClock.properties.billing_time,
        }),
        timestamp: Time('When it happened, in real time'),
      },
    },
  },
  stream({ actor }) {
    const allowed = actor.kind === 'user' && actor.permissions.has('admin.test_clocks.read')
    return allowed ? TEST_CLOCKS_STREAM : undefined
  },
}

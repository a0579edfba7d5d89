import { defineDomain } from '@powernode/server/platform/module.ts'
import { clockCaches } from './billing_time.ts'
import { TestClockChannel } from './channel.ts'
import { contract } from './contract.ts'
import { ownClock, stepping, testClocks } from './routes.ts'
import { abandonAdvance } from './stepping.ts'

export default defineDomain({
  name: 'test_clocks',
  tables: ['test_clocks', 'test_clock_stops'],
  contract,
  routes: [testClocks, ownClock, stepping],
  channels: { TestClockChannel },
  caches: clockCaches,
  onDeadLetter: { advance_test_clock: abandonAdvance },
  examples: {
    test_clocks: ({ admin, owner }) =>
      admin.post('/admin/test_clocks', { account_id: owner.accountId }),
  },
})

import { expect, test } from 'vitest'
import { formatCron } from './cron'

test('schedules are shown in words, and unknown forms as they are', () => {
  const crons = ['0 3 * * *', '30 14 * * *', '*/5 * * * *', '7 * * * *', '0 9 * * 1', '0 */2 * * *']
  expect(crons.map(formatCron)).toEqual([
    ...['Daily at 03:00', 'Daily at 14:30', 'Every 5 minutes', 'Every hour at 07 past'],
    ...['0 9 * * 1', '0 */2 * * *'],
  ])
})

import { jobs } from '@powernode/contract/jobs.ts'
import { expect, test } from 'vitest'
import { extensionHandlers } from './extensions.ts'

test('a worker can do the jobs of every extension there is, and knows how long each may take', async () => {
  const handlers = await extensionHandlers()
  expect(Object.keys(handlers)).toEqual(['advance_subscriptions'])
  expect(jobs.advance_subscriptions).toMatchObject({ queue: 'maintenance', timeoutSeconds: 300 })
})

import { jobDefinitions } from '@powernode/contract/jobs.ts'
import { expect, test } from 'vitest'
import { loadHandlers } from './catalogue.ts'

test('a worker can do the jobs of every module there is, and knows how long each may take', async () => {
  const handlers = await loadHandlers()
  expect(Object.keys(handlers).sort()).toEqual(Object.keys(jobDefinitions).sort())
  expect(jobDefinitions.deliver_webhook).toMatchObject({ queue: 'webhooks', timeoutSeconds: 330 })
})

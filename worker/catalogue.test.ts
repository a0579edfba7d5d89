import { jobDefinitions } from '@powernode/contract/jobs.ts'
import { expect, test } from 'vitest'
import { loadHandlers } from './catalogue.ts'

test('a worker has handlers for the jobs of every module, and knows their timeouts', async () => {
  const handlers = await loadHandlers()
  expect(Object.keys(handlers).sort()).toEqual(Object.keys(jobDefinitions).sort())
  expect(jobDefinitions.deliver_webhook).toMatchObject({ queue: 'webhooks', timeoutSeconds: 330 })
})

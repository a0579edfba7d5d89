import { inSpan, isTracing, startTracing, traceContext } from '@powernode/contract/tracing.ts'
import { expect, test } from 'vitest'

const settings = { endpoint: undefined, sampler: 'always_on', ratio: 1 } as const

test('without a collector, work runs unchanged and no context is sent on', async () => {
  const stop = await startTracing('worker', '1.2.3', settings)
  expect(isTracing()).toBe(false)
  const parent = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }
  const response = await inSpan('work', { parent }, async (span) => {
    expect(span.isRecording()).toBe(false)
    expect(traceContext()).toBeUndefined()
    return 42
  })
  expect(response).toBe(42)
  await expect(inSpan('work', {}, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  await stop()
})

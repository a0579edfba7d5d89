import { expect, test } from 'vitest'
import { curlOf } from './curl'

const delivery = {
  event_id: 'evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90',
  webhook: { url: "https://example.com/hooks?q=o'clock" },
  payload: { type: 'user.created', data: { name: "Ada O'Hara $HOME `id`" } },
}

test('the command quotes what others have written, so that a shell does not run it', () => {
  const command = curlOf(delivery)
  expect(command).toContain(
    `body='{"type":"user.created","data":{"name":"Ada O'\\''Hara $HOME \`id\`"}}'`,
  )
  expect(command).toContain(`curl -i 'https://example.com/hooks?q=o'\\''clock'`)
})

test('the command sends every header of a delivery, and takes the secret from the environment', () => {
  const command = curlOf(delivery)
  for (const header of [
    'content-type: application/json',
    'user-agent: Powernode-Webhook/1.0',
    `webhook-id: ${delivery.event_id}`,
    'webhook-timestamp: $timestamp',
    'webhook-signature: v1,$signature',
  ]) {
    expect(command).toContain(header)
  }
  expect(command).toContain('WEBHOOK_SECRET')
})

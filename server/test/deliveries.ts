import { expect } from 'vitest'
import type { TestUser, world } from './world.ts'

type World = Awaited<ReturnType<typeof world>>

export const receiverUrl = 'https://example.com/hooks'

export async function webhookOf(owner: TestUser, input: object = {}) {
  const { data, status } = await owner.post('/webhooks', { url: receiverUrl, ...input })
  expect(status).toBe(201)
  return data as { id: string; secret: string }
}

/** Triggers one event, and returns the turns of its deliveries as in their jobs. */
export async function rename(owner: TestUser, name = 'Renamed') {
  await owner.patch('/accounts/current', { name })
  return turnsOf(owner)
}

export function turnsOf(owner: TestUser) {
  return owner.ctx
    .own('webhook_deliveries')
    .select()
    .select(['id as delivery_id', 'turn'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export interface Turn {
  delivery_id: string
  turn: number
}

export async function prepare({ worker }: World, deliveries: Turn[]) {
  const { data } = await worker.post('/internal/webhook_deliveries/prepare', { deliveries })
  return data.requests as ({ url: string; headers: Record<string, string>; body: string } | null)[]
}

export function reportDeliveries({ worker }: World, turn: Turn, outcome: object) {
  const outcomes = [{ ...turn, response_time_ms: 12, ...outcome }]
  return worker.post('/internal/webhook_deliveries/outcomes', { outcomes })
}

export async function newest(owner: TestUser) {
  const { data } = await owner.get('/webhooks/deliveries')
  return data[0]
}

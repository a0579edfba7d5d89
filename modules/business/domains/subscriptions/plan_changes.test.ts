import { DAY_MS, MINUTE_MS } from '@powernode/server/platform/kernel/time.ts'
import type { TestUser } from '@powernode/server/test/world.ts'
import { expect, test, vi } from 'vitest'
import { answerPayments, attachCard, makePlan, marketplace } from '../../test/arrange.ts'

/** A subscriber of a plan of this price since a moment, who has a card and has paid. */
async function subscriber(price_cents: number, since: string, fields: object = {}) {
  const here = await marketplace()
  at(since)
  const { owner, admin } = here
  const plan = (cents: number, more: object = {}) => makePlan(admin, { price_cents: cents, ...more })
  const first = await plan(price_cents, fields)
  if (price_cents > 0) await attachCard(owner)
  const { data } = await owner.post('/subscriptions', { plan_id: first.id, quantity: quantityOf(fields) })
  if (price_cents > 0) await answerPayments(owner, 'succeeded')
  const path = `/subscriptions/${data.id}`
  const change = (body: object) => owner.patch(path, body)
  const preview = async (query: object) =>
    (await owner.get(`${path}/preview_proration?${new URLSearchParams(query as never)}`)).data
  const read = async () => (await owner.get(path)).data
  return { ...here, id: data.id as string, first, plan, path, change, preview, read }
}

const quantityOf = (fields: object) => (fields as { quantity?: number }).quantity ?? 1

const at = (time: string) =>
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(time.length > 10 ? time : `${time}T12:00:00Z`) })

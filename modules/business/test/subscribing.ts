import type { TestUser } from '@powernode/server/test/world.ts'
import { vi } from 'vitest'
import { makePlan } from './arrange.ts'
import type { payingWorld } from './paying.ts'

type World = Awaited<ReturnType<typeof payingWorld>>

/** Sets the clock; a day alone means its noon in UTC. */
export const setClock = (time: string) =>
  vi.useFakeTimers({
    toFake: ['Date'],
    now: new Date(time.length > 10 ? time : `${time}T12:00:00Z`),
  })

const TODAY = '2025-03-10'

/** Makes a plan with a price. */
export const priced = (here: World, price_cents: number, fields: object = {}) =>
  makePlan(here.admin, { price_cents, ...fields })

/** Creates a user whose access token is valid at any time before today, and sets the clock. */
export async function userAt(here: World, time: string): Promise<TestUser> {
  vi.useRealTimers()
  const user = await here.stranger()
  setClock(time)
  return user
}

interface Subscribing {
  /** When it subscribes, before today. */
  at?: string
  price_cents: number
  quantity?: number
  card?: string | null
  discount_code?: string
  user?: TestUser
  plan?: object
}

/** An account that subscribes to a new plan now, and pays with a card that behaves like that of the token. */
export async function subscriber(
  here: World,
  { at = TODAY, price_cents, quantity = 1, card = 'pm_card_visa', ...more }: Subscribing,
) {
  const user = more.user ?? (await userAt(here, at))
  if (card) await here.addCard(user, card)
  const plan = await priced(here, price_cents, more.plan)
  const subscribed = await here.whileWorking(user, () =>
    user.post('/subscriptions', {
      ...{ plan_id: plan.id, quantity },
      ...(more.discount_code && { discount_code: more.discount_code }),
    }),
  )
  const path = `/subscriptions/${subscribed.data.id}`
  const query = (fields: object) => String(new URLSearchParams(fields as Record<string, string>))
  return {
    user,
    plan,
    subscribed,
    id: subscribed.data.id as string,
    change: (body: object) => here.whileWorking(user, () => user.patch(path, body)),
    preview: async (fields: object) =>
      (await user.get(`${path}/preview_proration?${query(fields)}`)).data,
    act: (name: string, body?: object) =>
      here.whileWorking(user, () => user.post(`${path}/${name}`, body)),
    read: async () => (await here.worker.get(path)).data,
    invoices: async () =>
      (await here.worker.get(`/invoices?account_id=${user.accountId}&per_page=100`)).data,
    newestInvoice: async () => {
      const { data } = await here.worker.get(`/invoices?account_id=${user.accountId}&per_page=1`)
      return (await here.worker.get(`/invoices/${data[0].id}`)).data
    },
    setTax: (tax_rate: number) =>
      here.admin.patch(`/admin/billing_profiles/${user.accountId}`, { tax_rate }),
  }
}

/** What the worker does every five minutes, until nothing is left to do. */
export async function sweep(here: World, ...users: TestUser[]) {
  const subscriptions = (await here.worker.post('/internal/subscriptions/advance')).data
  const dunnings = (await here.worker.post('/internal/dunnings/advance')).data
  for (const user of users) await here.settleDown(user)
  return { subscriptions, dunnings }
}

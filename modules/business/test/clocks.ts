import type { TestUser } from '@powernode/server/test/world.ts'
import type { payingWorld } from './paying.ts'

type World = Awaited<ReturnType<typeof payingWorld>>

export const DAY_MS = 86_400_000
export const HOUR_MS = 3_600_000

/** The account of a user with a test clock, and a worker that advances it. */
export async function clockOf(here: World, user: TestUser) {
  const created = await here.admin.post('/admin/test_clocks', { account_id: user.accountId })
  const id = created.data.id as string
  const path = `/admin/test_clocks/${id}`
  const { database } = here.platform

  const row = () =>
    database
      .selectFrom('test_clocks')
      .select(['turn', 'status', 'billing_time', 'error', 'waiting_since'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()

  /** Runs the job of a turn, by default the current one. */
  const step = async (turn?: number) =>
    here.worker.post(`/internal/test_clocks/${id}/step`, { turn: turn ?? (await row()).turn })

  const start = (to: Date) => here.admin.post(`${path}/advance`, { to: to.toISOString() })

  /** Runs the jobs of the clock and calls the gateways until it stands. */
  const arrive = async () => {
    while ((await row()).status === 'advancing') {
      await step()
      await here.settleDown(user)
    }
    return row()
  }

  const advance = async (to: Date) => {
    const { status, body } = await start(to)
    if (status !== 200) throw new Error(JSON.stringify(body))
    return arrive()
  }
  const time = async () => (await row()).billing_time
  return {
    ...{ id, path, row, step, start, arrive, advance, time, created },
    /** Advances by so many days. */
    advanceDays: async (days: number) =>
      advance(new Date((await time()).getTime() + days * DAY_MS)),
  }
}

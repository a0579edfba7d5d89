import { error, healthy, type Probe } from '@powernode/server/platform/health.ts'

const MAX_NAMES = 5

export const health = {
  async services({ db }) {
    const down = await db
      .selectFrom('services')
      .select('name')
      .where('state', '=', 'down')
      .orderBy('name')
      .execute()
    if (down.length === 0) return healthy
    const names = down.slice(0, MAX_NAMES).map(({ name }) => name)
    const more = down.length > MAX_NAMES ? ` and ${down.length - MAX_NAMES} more` : ''
    return error(`Down: ${names.join(', ')}${more}`)
  },
} satisfies Record<string, Probe>

import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { Pattern } from '@powernode/server/platform/http/shapes.ts'
import { setting } from '@powernode/server/platform/settings/catalogue.ts'

const DAY = '([1-9]|1\\d|2[0-8])'

/** When failed payments are tried again. */
export const settings = {
  dunning_days: setting(
    'general',
    Pattern(
      `^${DAY}(, ?${DAY}){0,8}$`,
      'must be one to nine days from 1 to 28, separated by commas',
      {
        maxLength: 40,
        description:
          'Days after the first failure of a payment on which it is tried again; after the last, the subscription is suspended',
        examples: ['1, 3, 5, 7'],
      },
    ),
    () => '1, 3, 5, 7',
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'dunnings/settings': { settings: typeof settings }
  }
}

/** The days of the timetable, in order. */
export function dunningDays({ platform }: Pick<Ctx, 'platform'>): number[] {
  const days = platform.settings.values.dunning_days.split(',').map(Number)
  return [...new Set(days)].sort((a, b) => a - b)
}

import { eventDefinitions, eventTypes, exampleOf } from '@powernode/contract/events.ts'
import { platformAdmins } from '@powernode/modules/identity/domains/users/admins.ts'
import type { Ctx } from '@powernode/server/platform/db/context.ts'
import { type PageRequest, pageOfRows } from '@powernode/server/platform/http/paging.ts'
import { Choice, Dictionary, Shape, Text } from '@powernode/server/platform/http/shapes.ts'
import type { Static } from 'typebox'

export const WebhookEvent = Shape('WebhookEvent', {
  type: Choice(eventTypes, 'Name of the event'),
  category: Text(50, {
    description: 'Category: the part of the name before the dot',
    examples: ['user'],
  }),
  description: Text(200, { description: 'When the event is sent' }),
  data_schema: Dictionary('JSON schema of `data` in the body'),
  example: Dictionary('Example of `data`'),
})

/** The events that webhooks of the account can receive, by name. */
export async function listEvents(ctx: Ctx, page: PageRequest) {
  const admins = await platformAdmins(ctx)
  const hasAdmin = admins.some(({ account_id }) => account_id === ctx.account.id)
  const types = eventTypes.filter((type) => hasAdmin || !eventDefinitions[type].administratorsOnly)
  const rows = types.sort().map(
    (type): Static<typeof WebhookEvent> => ({
      type,
      category: type.split('.')[0] ?? type,
      description: eventDefinitions[type].description,
      data_schema: eventDefinitions[type].data as unknown as Record<string, unknown>,
      example: exampleOf(type),
    }),
  )
  if (page.sort.descending) rows.reverse()
  return pageOfRows(rows, page)
}

import { eventDefinitions, eventTypes, exampleOf } from '@powernode/contract/events.ts'
import { bounded } from '@powernode/server/platform/http/bounds.ts'
import { camelCase, pascalCase } from '@powernode/server/platform/http/casing.ts'
import { type Components, hoistShapes } from '@powernode/server/platform/http/components.ts'
import type { Addition } from '@powernode/server/platform/http/openapi.ts'
import { Type } from 'typebox'

/** OpenAPI description of the requests that receivers get, and of their signature. */
export const documents: Addition = {
  tags: [{ name: 'events', description: 'Events that webhooks receive' }],
  securitySchemes: {
    webhook_signature: {
      type: 'apiKey',
      in: 'header',
      name: 'webhook-signature',
      description: 'Signature by which receivers verify the sender',
    },
  },
  webhooks: eventHooks,
}

/** The operation of each event. */
function eventHooks(shapes: Components) {
  const hooks = eventTypes.map((type) => {
    const { description, data } = eventDefinitions[type]
    const body = Type.Object(
      {
        id: Type.String({ description: 'As in `webhook-id`: the same for all attempts' }),
        type: Type.Literal(type, { description: 'Name of the event' }),
        timestamp: Type.String({ format: 'date-time', description: 'When it happened' }),
        account_id: Type.String({ format: 'uuid', description: 'Account in which it happened' }),
        data: { ...data, title: `${pascalCase(type)}EventData` },
      },
      { title: `${pascalCase(type)}Event` },
    )
    const example = {
      id: 'evt_019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90',
      type,
      timestamp: '2026-11-23T09:30:00.000Z',
      account_id: '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d91',
      data: exampleOf(type),
    }
    const content = { 'application/json': { schema: hoistShapes(bounded(body), shapes), example } }
    const post = {
      operationId: `events.${camelCase(type)}`,
      tags: ['events'],
      summary: description,
      description: 'Signed as specified by Standard Webhooks 1.0.',
      security: [{ webhook_signature: [] }],
      requestBody: { required: true, content },
      responses: { '2XX': { description: 'Accepted; any other response is retried' } },
    }
    return [type, { post }]
  })
  return Object.fromEntries(hooks)
}

import type { Addition } from '@powernode/server/platform/http/openapi.ts'

/** How a key is sent. */
export const documents: Addition = {
  securitySchemes: {
    api_key: {
      type: 'apiKey',
      in: 'header',
      name: 'X-API-Key',
      description:
        'A key made under API keys, also accepted as a bearer. Never both at once. A route names the scope it needs.',
    },
  },
}

import type { Addition } from '@powernode/server/platform/http/openapi.ts'

/** OpenAPI security scheme of API keys. */
export const documents: Addition = {
  securitySchemes: {
    api_key: {
      type: 'apiKey',
      in: 'header',
      name: 'X-API-Key',
      description:
        'An API key; also accepted as a bearer token, but not both in one request. Each route names the scope it requires.',
    },
  },
}

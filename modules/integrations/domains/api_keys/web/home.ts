import { api, countRows, data, SMALLEST_PAGE } from '~/api'
import { defineHome, rowsNotice } from '~/home'
import { monthTrend } from '~/trend'
import { limitNotice } from '~/usage'

const DAY_MS = 24 * 3600_000
const PATH = '/api/v1/api_keys'

export default defineHome({
  attention: [
    {
      order: 80,
      needs: 'api_keys.read',
      key: ['api_keys', 'list', 'expired_while_used'],
      check: (signal) => {
        const query = { ...SMALLEST_PAGE, expiry: 'while_used' } as const
        return rowsNotice(api.GET(PATH, { params: { query }, signal }), {
          urgency: 'high',
          one: 'API key has expired while it was in use',
          many: 'API keys have expired while they were in use',
          link: 'Review',
          to: '/api_keys',
          search: { expiry: 'while_used' },
        })
      },
    },
    {
      order: 90,
      needs: 'api_keys.read',
      key: ['api_keys', 'list', 'expire_soon'],
      check: (signal) => {
        const query = { ...SMALLEST_PAGE, expiry: 'soon' } as const
        return rowsNotice(api.GET(PATH, { params: { query }, signal }), {
          urgency: 'medium',
          one: 'API key expires within 14 days',
          many: 'API keys expire within 14 days',
          link: 'Review',
          to: '/api_keys',
          search: { expiry: 'soon' },
        })
      },
    },
    {
      order: 130,
      needs: ['api_keys.read', 'accounts.read'],
      key: ['api_keys', 'list', 'limit'],
      check: () =>
        limitNotice('max_api_keys', 'active API keys', {
          to: '/api_keys',
          search: { status: 'active' },
        }),
    },
  ],
  figures: [
    {
      order: 30,
      label: 'API requests, 30 days',
      definition: 'Requests with all API keys of this account in the last 30 days.',
      to: '/api_keys',
      needs: 'api_keys.read',
      key: ['api_keys', 'requests'],
      read: async (signal) => {
        const date_from = new Date(Date.now() - 59 * DAY_MS).toISOString().slice(0, 10)
        const { by_day } = await data(
          api.GET('/api/v1/api_keys/usage', { params: { query: { date_from } }, signal }),
        )
        const trend = monthTrend(by_day.map(({ requests }) => requests))
        return { value: trend.now, trend }
      },
    },
  ],
  steps: [
    {
      order: 40,
      label: 'Create an API key',
      reason: 'Programs sign in with keys that can do no more than they need.',
      needs: ['api_keys.read', 'api_keys.create'],
      to: '/api_keys/new',
      key: ['api_keys', 'list', 'any'],
      done: async (signal) =>
        (await countRows(api.GET(PATH, { params: { query: SMALLEST_PAGE }, signal }))) > 0,
    },
  ],
})

import { api, countRows, SMALLEST_PAGE } from '~/api'
import { type AttentionItem, defineHome, ofLastWeek, rowsNotice, type Urgency } from '~/home'
import { queryClient } from '~/session'
import { formatPercent } from '~/ui/format'
import { limitNotice } from '~/usage'
import { webhookStatsQuery } from './queries'

const PATH = '/api/v1/webhooks'

const problem = (
  order: number,
  name: 'failing' | 'paused' | 'disabled',
  urgency: Urgency,
  [one, many]: [string, string],
): AttentionItem => ({
  order,
  needs: 'webhooks.read',
  key: ['webhooks', 'list', name],
  channel: { name: 'WebhookChannel', ofAccount: true },
  check: (signal) => {
    const query = { ...SMALLEST_PAGE, problem: name }
    const notice = {
      urgency,
      one,
      many,
      link: 'Review',
      to: '/webhooks',
      search: { problem: name },
    }
    return rowsNotice(api.GET(PATH, { params: { query }, signal }), notice)
  },
})

const rateOf = ({ successful, failed }: { successful: number; failed: number }) =>
  successful + failed === 0 ? null : (100 * successful) / (successful + failed)

export default defineHome({
  attention: [
    problem(50, 'disabled', 'high', [
      'webhook was disabled because its receiver failed',
      'webhooks were disabled because their receivers failed',
    ]),
    problem(60, 'paused', 'high', [
      'webhook is paused because its receiver is down',
      'webhooks are paused because their receivers are down',
    ]),
    problem(70, 'failing', 'medium', ['webhook is failing', 'webhooks are failing']),
    {
      order: 140,
      needs: ['webhooks.read', 'accounts.read'],
      key: ['webhooks', 'list', 'limit'],
      check: () =>
        limitNotice('max_webhooks', 'active webhooks', {
          to: '/webhooks',
          search: { status: 'active' },
        }),
    },
  ],
  figures: [
    {
      order: 40,
      label: 'Deliveries, 7 days',
      definition: 'Deliveries of webhooks that were attempted in the last 7 days, without tests.',
      to: '/webhooks/deliveries',
      search: ofLastWeek,
      needs: 'webhooks.read',
      key: ['webhooks', 'deliveries_of_week'],
      read: async () => {
        const { by_day, before } = await queryClient.fetchQuery(webhookStatsQuery())
        const values = by_day.map(({ successful, failed }) => successful + failed)
        const now = values.reduce((sum, count) => sum + count, 0)
        const beforeLabel = 'the 7 days before'
        const trend = { values, now, before: before.successful + before.failed, beforeLabel }
        return { value: now, trend }
      },
    },
    {
      order: 50,
      label: 'Delivery success, 7 days',
      definition: 'Share of attempted deliveries of the last 7 days that succeeded.',
      to: '/webhooks/deliveries',
      search: ofLastWeek,
      needs: 'webhooks.read',
      key: ['webhooks', 'success_of_week'],
      read: async () => {
        const { success_rate, by_day, before } = await queryClient.fetchQuery(webhookStatsQuery())
        const trend = {
          values: by_day.map(rateOf),
          now: success_rate,
          before: rateOf(before),
          isRate: true,
          beforeLabel: 'the 7 days before',
        }
        return { value: formatPercent(success_rate), trend }
      },
    },
  ],
  steps: [
    {
      order: 50,
      label: 'Add a webhook',
      reason: 'Your own services learn of changes as they happen.',
      needs: ['webhooks.read', 'webhooks.create'],
      to: '/webhooks',
      search: { new: '1' },
      key: ['webhooks', 'list', 'any'],
      done: async (signal) =>
        (await countRows(api.GET(PATH, { params: { query: SMALLEST_PAGE }, signal }))) > 0,
    },
  ],
})

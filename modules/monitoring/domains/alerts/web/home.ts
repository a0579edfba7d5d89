import { api, LARGEST_PAGE, reply } from '~/api'
import { defineHome, type Notice, urgencies } from '~/home'
import { formatNoun } from '~/ui/format'
import type { Alert } from './queries'

export default defineHome({
  attention: [
    {
      order: 10,
      needs: 'admin.alerts.read',
      key: ['alerts', 'list', 'open'],
      channel: { name: 'AlertChannel' },
      check: async (signal) => {
        const query = { ...LARGEST_PAGE, status: 'open' } as const
        const { data, meta } = await reply(
          api.GET('/api/v1/admin/alerts', { params: { query }, signal }),
        )
        const beyond = meta.total_count > data.length ? 'At least ' : ''
        return urgencies.flatMap((severity) =>
          noticeAbout(
            severity,
            data.filter((alert) => alert.severity === severity),
            beyond,
          ),
        )
      },
    },
  ],
})

function noticeAbout(severity: Alert['severity'], alerts: Alert[], beyond: string): Notice[] {
  const [first] = alerts
  if (!first) return []
  const alone = alerts.length === 1 && !beyond
  return [
    {
      urgency: severity,
      text: alone
        ? `Alert: ${first.name}.`
        : `${beyond}${formatNoun(alerts.length, 'alert')} ${alerts.length === 1 ? 'is' : 'are'} open.`,
      link: alone ? 'Open alert' : 'Open alerts',
      to: '/admin/alerts',
      search: { status: 'open', severity },
    },
  ]
}

import { asSentence, type Data } from '../../api'
import type { HealthComponent, HealthPart } from '../../feature'
import { type AttentionItem, type Notice, urgencies } from '../../home'

type Ranked = { order: number; notice: Notice }
type Found = Pick<AttentionItem, 'order' | 'explains'> & { notices: Notice[]; isLoading?: boolean }
type Health = Record<
  HealthPart,
  Pick<Data<'/api/v1/admin_settings/health', 'get'>[HealthPart], 'status' | 'reason'>
>

/**
 * All notices, the most urgent first. A component with a problem has one unless other notices explain it, or may do so once they
 * are loaded, so that none is replaced while someone reads it.
 */
export function rankNotices(
  found: Found[],
  health: Health | undefined,
  components: readonly HealthComponent[],
): Notice[] {
  const explained = found.flatMap(({ explains, notices, isLoading }) =>
    notices.length > 0 || isLoading ? explains : [],
  )
  const ranked = [
    ...found.flatMap(({ order, notices }) => notices.map((notice): Ranked => ({ order, notice }))),
    ...(health ? unhealthy(health, components, explained) : []),
  ]
  const urgency = ({ notice }: Ranked) => urgencies.indexOf(notice.urgency)
  return ranked
    .sort((a, b) => urgency(a) - urgency(b) || a.order - b.order)
    .map(({ notice }) => notice)
}

function unhealthy(
  health: Health,
  components: readonly HealthComponent[],
  explained: (HealthPart | undefined)[],
): Ranked[] {
  return components.flatMap(({ part, label, order, to, search }) => {
    const { status, reason } = health[part]
    if (status === 'healthy' || explained.includes(part)) return []
    const text = `${label}: ${asSentence(reason ?? 'does not work')}`
    const urgency = status === 'error' ? 'critical' : 'medium'
    return [{ order, notice: { urgency, text, link: 'View', to, ...(search && { search }) } }]
  })
}

import type { Plan } from '~/plans'
import { formatNoun } from '~/ui/format'

export const trialText = ({ trial_days: days }: Plan) => {
  if (days === 0) return '–'
  return formatNoun(days, 'day')
}

/** Who can choose a plan. */
export function availability({ status, is_default, is_public }: Plan) {
  if (status !== 'active') return 'Unavailable'
  if (is_default) return 'Default'
  return is_public ? 'Public' : 'Unavailable'
}

export const tierNames: Record<Plan['rate_limit_tier'], string> = {
  free: 'Free',
  starter: 'Starter',
  professional: 'Professional',
  business: 'Business',
  unlimited: 'Unlimited',
}

import { Radio, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useId } from 'react'
import { formatLimit, formatPrice } from '~/plans'
import classes from './plan_cards.module.css'
import type { OfferedPlan } from './queries'

type Props = {
  plan: OfferedPlan
  /** The limits of the current plan, to compare with. */
  current: { id: string; limits: OfferedPlan['limits'] | undefined } | null
}

const limits = [
  ['max_users', 'user', 'users'],
  ['max_api_keys', 'API key', 'API keys'],
  ['max_webhooks', 'webhook', 'webhooks'],
] as const

/** A plan to choose, with its price and its limits beside those of the current plan. */
export function PlanCard({ plan, current }: Props) {
  const { id, name, description, trial_days } = plan
  const details = useId()
  const price = formatPrice(plan)
  const isCurrent = id === current?.id
  return (
    <Radio.Card
      value={id}
      className={classes.card}
      aria-label={`${name}, ${price.toLowerCase()}`}
      aria-describedby={details}
    >
      <span className={classes.head}>
        <Radio.Indicator size="xs" />
        <span className={classes.name}>{name}</span>
        {isCurrent && <span className={classes.current}>Current plan</span>}
      </span>
      <span className={classes.price}>{price}</span>
      <span id={details} className={classes.details}>
        {description && <Text component="span">{description}</Text>}
        {trial_days > 0 && (
          <Text component="span">{trial_days}-day free trial, once per account</Text>
        )}
        {plan.has_promotional_discount && (
          <Text component="span">
            {plan.promotional_discount_percent} % off{plan.promotion_needs_code && ' with a code'}
          </Text>
        )}
        {limits.map(([key, singular, plural]) => {
          const limit = plan.limits[key]
          const before = isCurrent ? undefined : current?.limits?.[key]
          return (
            <span key={key} className={classes.limit}>
              <IconCheck size={14} aria-hidden />
              {formatLimit(limit)} {limit === 1 ? singular : plural}
              {before !== undefined && before !== limit && (
                <span className={classes.before}>now {formatLimit(before).toLowerCase()}</span>
              )}
            </span>
          )
        })}
      </span>
    </Radio.Card>
  )
}

import { Radio, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { PreviewLines } from './PreviewLines'
import type { OfferedPlan, PlanChoice, Subscription } from './queries'
import { previewQuery } from './queries'
import { dueNow } from './words'

type Props = {
  current: Subscription
  plan: OfferedPlan
  quantity: number
  code: string
  when: PlanChoice['when']
  onChange: (when: PlanChoice['when']) => void
}

/** When a change takes effect, with what it costs now. */
export function ChangeEffect({ current, plan, quantity, code, when, onChange }: Props) {
  const discount_code = useDebouncedValue(code.trim(), 400)[0]
  const query = { new_plan_id: plan.id, quantity, ...(discount_code && { discount_code }) }
  const { data: preview, error } = useQuery({ ...previewQuery(current.id, query), retry: false })
  const now = error ? error.message : preview ? dueNow(preview) : 'Computing the amount …'
  return (
    <Radio.Group
      label="When"
      value={when}
      onChange={(value) => onChange(value === 'now' ? 'now' : 'period_end')}
    >
      <Stack gap="xs" mt="xs">
        <Radio
          value="period_end"
          label="At the end of the period"
          description="No payment now. You keep the current plan until then."
        />
        <Radio value="now" label="Now" description={now} />
      </Stack>
      {when === 'now' && preview && preview.lines.length > 0 && <PreviewLines preview={preview} />}
    </Radio.Group>
  )
}

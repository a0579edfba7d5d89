import { NumberInput, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { ApiKeyValues } from './queries'

/** From where, until when and how often a key may be used; all of it optional. */
export function LimitFields({ form }: { form: UseFormReturnType<ApiKeyValues> }) {
  const field = form.getInputProps
  return (
    <>
      <TextInput
        label="Expires on"
        description="Optional. The last day it works, in UTC."
        type="date"
        min={new Date().toISOString().slice(0, 10)}
        {...field('expires_at')}
      />
      <Textarea
        label="Allowed addresses"
        description="Optional. IP addresses or networks such as 203.0.113.0/24, one a line; empty for anywhere."
        autosize
        minRows={2}
        maxRows={8}
        {...field('allowed_ips')}
      />
      <NumberInput
        label="Requests a minute"
        description="Optional. Instead of the general limit."
        min={1}
        max={10_000}
        allowDecimal={false}
        hideControls
        {...field('rate_limit_per_minute')}
      />
      <NumberInput
        label="Requests a month"
        description="Optional. Counted in calendar months, in UTC."
        min={1}
        max={1_000_000_000}
        allowDecimal={false}
        thousandSeparator=","
        hideControls
        {...field('monthly_quota')}
      />
    </>
  )
}

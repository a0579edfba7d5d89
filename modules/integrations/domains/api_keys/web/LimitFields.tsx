import { NumberInput, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { ApiKeyValues } from './queries'

/** Optional limits of a key: expiry, allowed addresses, rate and quota. */
export function LimitFields({ form }: { form: UseFormReturnType<ApiKeyValues> }) {
  const field = form.getInputProps
  return (
    <>
      <TextInput
        label="Expires on"
        description="Optional. The last day the key works, in UTC."
        type="date"
        min={new Date().toISOString().slice(0, 10)}
        {...field('expires_at')}
      />
      <Textarea
        label="Allowed IP addresses"
        description="Optional. IP addresses or CIDR ranges such as 203.0.113.0/24, one per line. Leave empty to allow any address."
        autosize
        minRows={2}
        maxRows={8}
        {...field('allowed_ips')}
      />
      <NumberInput
        label="Requests per minute"
        description="Optional. Replaces the default limit."
        min={1}
        max={10_000}
        allowDecimal={false}
        hideControls
        {...field('rate_limit_per_minute')}
      />
      <NumberInput
        label="Requests per month"
        description="Optional. Counted per calendar month, in UTC."
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

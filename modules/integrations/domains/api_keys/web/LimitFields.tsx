import { Textarea, TextInput } from '@mantine/core'
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
      <TextInput
        label="Requests per minute"
        description="Optional. Up to 10,000. Replaces the default limit."
        type="number"
        inputMode="numeric"
        min={1}
        max={10_000}
        {...field('rate_limit_per_minute')}
      />
      <TextInput
        label="Requests per month"
        description="Optional. Up to 1,000,000,000. Counted per calendar month, in UTC."
        type="number"
        inputMode="numeric"
        min={1}
        max={1_000_000_000}
        {...field('monthly_quota')}
      />
    </>
  )
}

import { Alert } from '@mantine/core'
import { IconClockPlay } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatDate } from '~/ui/times'
import { billingClockQuery } from './queries'

/** Says that the billing of the account lives at another date; renders nothing if it does not. */
export function BillingTimeNotice() {
  const { data } = useQuery(billingClockQuery)
  if (!data?.billing_time) return null
  return (
    <Alert
      color="amber"
      mb="md"
      icon={<IconClockPlay size={18} aria-hidden />}
      title={`For billing, it is ${formatDate(data.billing_time)} in this account`}
    >
      A test clock decides when its invoices, renewals and reminders happen.
      {data.status === 'advancing' && ' It is being advanced.'}
    </Alert>
  )
}

import { Text } from '@mantine/core'
import { IconCash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { ListPage } from '~/ui/list/ListPage'
import { useListState } from '~/ui/list/state'
import {
  PaymentTabs,
  paymentColumns,
  paymentFilters,
  paymentSorting,
  suspenseColumns,
} from './AdminPayments'
import { type AdminPayment, adminPaymentsQuery } from './admin_queries'
import { purposeOf } from './words'

const shared = {
  plural: 'payments',
  nameOf: (payment: AdminPayment) => `${purposeOf(payment)} of ${payment.account.name}`,
}
const icon = <IconCash size={28} />

/** The payments of all accounts. */
export function AdminPaymentsPage() {
  const state = useListState(paymentFilters, paymentSorting)
  return (
    <ListPage
      {...shared}
      title="Payments"
      state={state}
      query={useQuery(adminPaymentsQuery(state.query))}
      columns={paymentColumns}
      figures={<PaymentTabs />}
      empty={{
        icon,
        sentence: 'No payments yet. They appear here when accounts pay.',
      }}
    />
  )
}

/** Received money that is not what was due, until somebody decides what it is for. */
export function SuspensePage() {
  const state = useListState({ gateway: paymentFilters.gateway }, paymentSorting)
  return (
    <ListPage
      {...shared}
      title="Money in suspense"
      parent={{ label: 'Payments', to: '/admin/payments' }}
      state={state}
      query={useQuery(adminPaymentsQuery({ ...state.query, suspense: true }))}
      columns={suspenseColumns}
      figures={
        <>
          <PaymentTabs />
          <Text size="sm" c="dimmed" maw={640}>
            A payment is kept here if another amount or currency arrived than was due, or if more
            was paid back at the gateway than could be credited. Its invoice stays open. Open a
            payment to use the money for its invoice, to make it credit of the account, or to pay it
            back.
          </Text>
        </>
      }
      empty={{ icon, sentence: 'No money is in suspense. What was received is what was due.' }}
    />
  )
}

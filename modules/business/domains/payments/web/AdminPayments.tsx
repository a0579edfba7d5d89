import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { gatewayLabel, methodName } from '~/payments'
import { formatMoney } from '~/ui/format'
import { accountColumn, amountColumn } from '~/ui/list/moneyColumns'
import { choiceFilter, stateOptions } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { SectionTabs } from '~/ui/SectionTabs'
import { StatusPill } from '~/ui/StatusPill'
import type { AdminPayment } from './admin_queries'
import { purposeOf } from './words'

const purpose: Column<AdminPayment> = {
  key: 'payment',
  label: 'Payment',
  cell: (payment) => (
    <Anchor
      inherit
      fw={500}
      renderRoot={(props) => (
        <Link to="/admin/payments/$id" params={{ id: payment.id }} {...props} />
      )}
    >
      {purposeOf(payment)}
    </Anchor>
  ),
}
const status: Column<AdminPayment> = {
  key: 'status',
  label: 'Status',
  cell: (payment) => <StatusPill state={payment.status} />,
}
const suspense: Column<AdminPayment> = {
  key: 'suspense',
  label: 'In suspense',
  fact: 'value',
  numeric: true,
  cell: ({ suspense_cents, currency }) => formatMoney(suspense_cents, currency),
}
const created: Column<AdminPayment> = {
  key: 'created_at',
  label: 'Started',
  sort: 'created_at',
  cell: ({ created_at }) => <RelativeTime at={created_at} />,
}

export const paymentColumns: Column<AdminPayment>[] = [
  purpose,
  accountColumn,
  status,
  amountColumn,
  {
    key: 'method',
    label: 'Payment method',
    cell: ({ payment_method, gateway }) =>
      payment_method ? methodName(payment_method) : gatewayLabel(gateway),
  },
  {
    key: 'failure',
    label: 'Why it failed',
    optional: true,
    cell: ({ status, failure_reason }) => (status === 'failed' && failure_reason) || '–',
  },
  {
    key: 'reference',
    label: 'Reference',
    optional: true,
    cell: ({ external_id }) => external_id ?? '–',
  },
  created,
]

export const suspenseColumns: Column<AdminPayment>[] = [
  purpose,
  accountColumn,
  status,
  { ...amountColumn, label: 'Received' },
  suspense,
  created,
]

export const paymentFilters = {
  status: choiceFilter(
    'Status',
    stateOptions(
      ...(['succeeded', 'failed', 'requires_action', 'processing', 'pending'] as const),
      ...(['partially_refunded', 'refunded', 'cancelled'] as const),
    ),
  ),
  gateway: choiceFilter(
    'Gateway',
    (['stripe', 'paypal', 'manual'] as const).map((value) => ({
      value,
      label: gatewayLabel(value),
    })),
  ),
}
export const paymentSorting = { by: ['created_at'], first: '-created_at' } as const

const pages = [
  { label: 'All payments', to: '/admin/payments' },
  { label: 'In suspense', to: '/admin/payments/suspense' },
] as const

export const PaymentTabs = () => <SectionTabs label="Payments" pages={pages} />

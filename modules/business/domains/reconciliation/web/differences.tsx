import { Menu } from '@mantine/core'
import { IconCheck, IconEyeSearch, IconReceiptRefund, IconScale, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useCan, useCanUnlessImpersonating } from '~/session'
import { formatMoney } from '~/ui/format'
import { choiceFilter, stateOptions } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { type Difference, investigate } from './queries'
import { adviceFor, differenceLabels, gatewayLabels } from './words'

const CloseDifference = lazy(() => import('./CloseDifference'))

const differenceColumns: Column<Difference>[] = [
  { key: 'type', label: 'Difference', cell: ({ type }) => differenceLabels[type] },
  { key: 'severity', label: 'Severity', cell: ({ severity }) => <StatusPill state={severity} /> },
  { key: 'status', label: 'Status', cell: ({ status }) => <StatusPill state={status} /> },
  {
    key: 'amount',
    label: 'Amount',
    numeric: true,
    cell: ({ amount_cents, currency }) =>
      amount_cents !== null && currency ? formatMoney(amount_cents, currency) : '–',
  },
  {
    key: 'external_id',
    label: 'At the gateway',
    cell: ({ gateway, external_id }) => `${gatewayLabels[gateway]} ${external_id}`,
  },
  {
    key: 'advice',
    label: 'What to do',
    fact: 'value',
    cell: (one) => one.note ?? `${one.description}. ${adviceFor(one)}`,
  },
  {
    key: 'created_at',
    label: 'Found',
    sort: 'created_at',
    cell: ({ created_at }) => <RelativeTime at={created_at} />,
  },
]

export const differenceFilters = {
  status: choiceFilter('Status', stateOptions('open', 'investigating', 'resolved', 'dismissed')),
  severity: choiceFilter('Severity', stateOptions('medium', 'high', 'critical')),
}
export const differenceSorting = { by: ['created_at'], first: '-created_at' } as const

export const differenceList = {
  plural: 'differences',
  searchable: false,
  columns: differenceColumns,
  nameOf: ({ type, external_id }: Difference) => `${differenceLabels[type]}, ${external_id}`,
  empty: {
    icon: <IconScale size={28} />,
    sentence: 'No differences. Payments and what the gateways list are equal.',
  },
}

type Closing = { difference: Difference; act: 'resolve' | 'dismiss' }

/** The actions of a difference, and the drawer that they open. */
export function useDifferenceActions() {
  const mayAct = useCanUnlessImpersonating('admin.reconciliation.update')
  const [closing, setClosing] = useState<Closing | null>(null)
  const menu = (difference: Difference) => {
    if (difference.status === 'resolved' || difference.status === 'dismissed') return null
    return (
      <>
        <RefundDuplicate difference={difference} />
        {difference.status === 'open' && (
          <Menu.Item
            leftSection={<IconEyeSearch size={15} />}
            onClick={() =>
              void investigate(difference).then(
                () => toast.done('You investigate this difference.'),
                toast.failed,
              )
            }
          >
            Investigate
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconCheck size={15} />}
          onClick={() => setClosing({ difference, act: 'resolve' })}
        >
          Resolve
        </Menu.Item>
        <Menu.Item
          leftSection={<IconX size={15} />}
          onClick={() => setClosing({ difference, act: 'dismiss' })}
        >
          Dismiss
        </Menu.Item>
      </>
    )
  }
  const drawer = (
    <Suspense>
      {closing && <CloseDifference {...closing} onClose={() => setClosing(null)} />}
    </Suspense>
  )
  return { actions: mayAct ? { menu } : {}, drawer }
}

/** Leads to the payment that paid an invoice a second time, and asks how much of it is paid back. */
function RefundDuplicate({ difference: { type, payment } }: { difference: Difference }) {
  const mayRefund = useCan('admin.payments.refund')
  if (type !== 'duplicate_payment' || !payment || !mayRefund) return null
  return (
    <Menu.Item
      leftSection={<IconReceiptRefund size={15} />}
      renderRoot={(props) => (
        <Link
          to="/admin/payments/$id"
          params={{ id: payment.id }}
          search={{ refund: '1' }}
          {...props}
        />
      )}
    >
      Refund payment
    </Menu.Item>
  )
}

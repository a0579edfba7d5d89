import { Button, Group, Menu } from '@mantine/core'
import { IconPlayerStop, IconPlus, IconTag } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useParam } from '~/params'
import { useCanUnlessImpersonating } from '~/session'
import { ConfirmDanger } from '~/ui/ConfirmDanger'
import { formatCount } from '~/ui/format'
import { ListView } from '~/ui/list/ListView'
import { useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { type Discount, discountedQuery, discountsQuery, endDiscount } from './queries'
import { discountName, takesOff } from './words'

const GiveDiscount = lazy(() => import('./GiveDiscount'))

const columnsIn = (currency: string): Column<Discount>[] => [
  { key: 'name', label: 'Discount', cell: discountName },
  { key: 'status', label: 'Status', cell: ({ status }) => <StatusPill state={status} /> },
  {
    key: 'off',
    label: 'Takes off',
    fact: 'value',
    numeric: true,
    cell: (discount) => takesOff(discount, currency),
  },
  {
    key: 'periods_left',
    label: 'Periods left',
    fact: 'labelled',
    numeric: true,
    cell: ({ periods, periods_left }) =>
      periods === null ? 'For good' : formatCount(periods_left),
  },
  {
    key: 'started_at',
    label: 'From',
    optional: true,
    cell: ({ started_at }) => <RelativeTime at={started_at} never="Once it is paid" />,
  },
  { key: 'reason', label: 'Reason', cell: ({ reason }) => reason ?? '–' },
  {
    key: 'created_at',
    label: 'Given',
    optional: true,
    sort: 'created_at',
    cell: ({ created_at }) => <RelativeTime at={created_at} />,
  },
]

const sorting = { by: ['created_at'], first: '-created_at' } as const

/** The discounts of the subscription whose page is shown, to give and to end. */
export function Discounts() {
  const subscription_id = useParam('id')
  const state = useListState({}, sorting)
  const { data: subscription } = useQuery(discountedQuery(subscription_id))
  const mayGive = useCanUnlessImpersonating('admin.subscription_discounts.create')
  const mayEnd = useCanUnlessImpersonating('admin.subscription_discounts.delete')
  const [giving, setGiving] = useState(false)
  const [ending, setEnding] = useState<Discount | null>(null)
  const hasEnded = subscription ? subscription.ended_at !== null : true
  return (
    <>
      {mayGive && !hasEnded && (
        <Group justify="flex-end">
          <Button
            variant="default"
            leftSection={<IconPlus size={15} />}
            onClick={() => setGiving(true)}
          >
            Give discount
          </Button>
        </Group>
      )}
      <ListView
        title="Discounts"
        plural="discounts"
        state={state}
        query={useQuery(discountsQuery({ ...state.query, subscription_id }))}
        searchable={false}
        columns={columnsIn(subscription?.plan.currency ?? 'USD')}
        nameOf={discountName}
        {...(mayEnd && {
          menu: (discount: Discount) =>
            discount.status === 'active' && (
              <Menu.Item
                color="red"
                leftSection={<IconPlayerStop size={15} />}
                onClick={() => setEnding(discount)}
              >
                End
              </Menu.Item>
            ),
        })}
        empty={{
          icon: <IconTag size={28} />,
          sentence: 'No discounts. This subscription pays the price of its plan.',
        }}
      />
      <Suspense>
        {giving && (
          <GiveDiscount subscriptionId={subscription_id} onClose={() => setGiving(false)} />
        )}
      </Suspense>
      {ending && (
        <ConfirmDanger
          title="End this discount?"
          actionLabel="End discount"
          onConfirm={() => endDiscount(ending)}
          onDone={() => {
            toast.done('The discount ends with the current period.')
            setEnding(null)
          }}
          onClose={() => setEnding(null)}
        >
          The current period keeps its price. The next one has no discount any more.
        </ConfirmDanger>
      )}
    </>
  )
}

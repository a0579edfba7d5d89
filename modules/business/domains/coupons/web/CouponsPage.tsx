import { Anchor, Button } from '@mantine/core'
import { IconPlus, IconTag } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useCan } from '~/session'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { useNewDrawer } from '~/ui/list/useNewDrawer'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { type Coupon, couponsQuery } from './queries'
import { couponState, redemptionsInWords, reductionInWords } from './words'

const NewCoupon = lazy(async () => ({ default: (await import('./CouponForm')).NewCoupon }))

const columns: Column<Coupon>[] = [
  {
    key: 'code',
    label: 'Coupon',
    sort: 'code',
    cell: ({ id, code }) => (
      <Anchor
        inherit
        fw={500}
        renderRoot={(props) => <Link to="/coupons/$id" params={{ id }} {...props} />}
      >
        {code}
      </Anchor>
    ),
  },
  { key: 'reduction', fact: 'value', label: 'Discount', cell: reductionInWords },
  {
    key: 'redeemed',
    fact: 'labelled',
    label: 'Redeemed',
    numeric: true,
    cell: redemptionsInWords,
  },
  { key: 'status', label: 'Status', cell: (coupon) => <StatusPill state={couponState(coupon)} /> },
  {
    key: 'redeem_by',
    label: 'Expires',
    cell: ({ redeem_by }) => <RelativeTime at={redeem_by} never="–" />,
  },
  {
    key: 'created_at',
    label: 'Created',
    sort: 'created_at',
    cell: ({ created_at }) => <RelativeTime at={created_at} />,
  },
]

const filters = { status: choiceFilter('Status', stateOptions('active', 'archived')) }
const sorting = { by: ['created_at', 'code'], first: '-created_at' } as const

/** Coupons that accounts can redeem. */
export function CouponsPage() {
  const state = useListState(filters, sorting)
  const mayCreate = useCan('admin.coupons.create')
  const drawer = useNewDrawer()
  const create = mayCreate && (
    <Button leftSection={<IconPlus size={15} />} onClick={drawer.open}>
      Create coupon
    </Button>
  )
  return (
    <>
      <ListPage
        title="Coupons"
        plural="coupons"
        state={state}
        query={useQuery(couponsQuery(state.query))}
        columns={columns}
        nameOf={({ code }) => code}
        primary={create}
        empty={{
          icon: <IconTag size={28} />,
          sentence: 'No coupons yet. A coupon takes a percentage or an amount off a plan.',
          action: create,
        }}
      />
      <Suspense>{drawer.opened && mayCreate && <NewCoupon onClose={drawer.close} />}</Suspense>
    </>
  )
}

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useParam } from '~/params'
import { useCan } from '~/session'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import type { Fact } from '~/ui/FactList'
import { formatNoun } from '~/ui/format'
import { LoadErrorPage } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { toast } from '~/ui/toast'
import { useActivityTab } from '~/ui/useActivityTab'
import { type Coupon, couponQuery, setCouponStatus } from './queries'
import { Redemptions } from './Redemptions'
import { couponState, redemptionsInWords, reductionInWords } from './words'

const EditCoupon = lazy(async () => ({ default: (await import('./CouponForm')).EditCoupon }))

/** One coupon: who redeemed it, and its activity. */
export function CouponPage() {
  const id = useParam('id')
  const { data: coupon, error, refetch } = useQuery(couponQuery(id))
  const activity = useActivityTab({ resource: { type: 'coupon', id } })
  const mayUpdate = useCan('admin.coupons.update')
  const mayReadRedemptions = useCan('admin.subscription_discounts.read')
  const [isEdited, setEdited] = useState(false)
  if (error && !coupon) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!coupon) return <DetailSkeleton blocks={[320]} />
  return (
    <>
      <DetailPage
        parent={{ label: 'Coupons', to: '/coupons' }}
        name={coupon.code}
        id={id}
        status={<StatusPill state={couponState(coupon)} />}
        actions={
          mayUpdate && (
            <>
              <Archive coupon={coupon} />
              <Button variant="default" onClick={() => setEdited(true)}>
                Edit
              </Button>
            </>
          )
        }
        facts={facts(coupon)}
        tabs={[
          mayReadRedemptions && {
            name: 'redemptions',
            label: 'Redemptions',
            content: <Redemptions couponId={id} />,
          },
          activity,
        ]}
      />
      <Suspense>
        {isEdited && <EditCoupon coupon={coupon} onClose={() => setEdited(false)} />}
      </Suspense>
    </>
  )
}

function Archive({ coupon: { id, code, status } }: { coupon: Coupon }) {
  const isArchived = status === 'archived'
  const change = () =>
    void setCouponStatus(id, isArchived ? 'active' : 'archived').then(
      () => toast.done(`${code} was ${isArchived ? 'restored' : 'archived'}.`),
      toast.failed,
    )
  return (
    <Button variant="default" onClick={change}>
      {isArchived ? 'Restore' : 'Archive'}
    </Button>
  )
}

function facts(coupon: Coupon): Fact[] {
  const { plan_ids } = coupon
  return [
    ['Discount', reductionInWords(coupon)],
    ['Redeemed', redemptionsInWords(coupon)],
    ['Expires', <RelativeTime key="e" at={coupon.redeem_by} never="–" />],
    ['For', plan_ids ? formatNoun(plan_ids.length, 'plan') : 'Every plan'],
    ['Created', <RelativeTime key="c" at={coupon.created_at} />],
  ]
}

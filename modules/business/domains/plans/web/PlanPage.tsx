import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useParam } from '~/params'
import { formatLimit, formatPrice, type Plan } from '~/plans'
import { useCan } from '~/session'
import { DetailPage } from '~/ui/DetailPage'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import { type Fact, FactList } from '~/ui/FactList'
import { formatCount } from '~/ui/format'
import { LoadErrorPage } from '~/ui/LoadError'
import { RowMenu } from '~/ui/list/RowMenu'
import { PageSections } from '~/ui/PageSections'
import { RelativeTime } from '~/ui/RelativeTime'
import { StatusPill } from '~/ui/StatusPill'
import { useActivityTab } from '~/ui/useActivityTab'
import { type PlanDialog, PlanDialogs } from './PlanDialogs'
import { PlanMenu } from './PlanMenu'
import { planQuery } from './queries'
import { availability, tierNames, trialText } from './words'

/** One plan: its subscribers, its limits and its activity. */
export function PlanPage() {
  const id = useParam('id')
  const { data: plan, error, refetch } = useQuery(planQuery(id))
  const navigate = useNavigate()
  const mayReadSubscriptions = useCan('admin.subscriptions.read')
  const activity = useActivityTab({ resource: { type: 'plan', id } })
  const [dialog, setDialog] = useState<PlanDialog | null>(null)

  if (error && !plan) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!plan) return <DetailSkeleton blocks={[320]} />
  return (
    <>
      <DetailPage
        parent={{ label: 'Plans', to: '/plans' }}
        name={plan.name}
        id={plan.id}
        status={<StatusPill state={plan.status} />}
        actions={
          <>
            <Button variant="default" onClick={() => setDialog({ action: 'edit', plan })}>
              Edit
            </Button>
            <RowMenu of={plan.name}>
              <PlanMenu plan={plan} onChoose={setDialog} secondaryOnly />
            </RowMenu>
          </>
        }
        facts={facts(plan)}
        tabs={[
          mayReadSubscriptions && {
            name: 'subscribers',
            label: 'Subscribers',
            content: <PageSections />,
          },
          { name: 'limits', label: 'Limits', content: <Limits plan={plan} /> },
          activity,
        ]}
      />
      <PlanDialogs
        dialog={dialog}
        onClose={() => setDialog(null)}
        onDeleted={() => void navigate({ to: '/plans' })}
      />
    </>
  )
}

function facts(plan: Plan): Fact[] {
  return [
    ['Price', formatPrice(plan)],
    ['Trial', trialText(plan)],
    ['Availability', availability(plan)],
    ['Accounts', formatCount(plan.live_subscriptions_count ?? null)],
    ['Description', plan.description ?? '–'],
    ['Created', <RelativeTime key="c" at={plan.created_at} />],
    ['Updated', <RelativeTime key="u" at={plan.updated_at} />],
  ]
}

function Limits({ plan: { limits, rate_limit_tier } }: { plan: Plan }) {
  return (
    <FactList
      lines
      facts={[
        ['Users', formatLimit(limits.max_users)],
        ['Active API keys', formatLimit(limits.max_api_keys)],
        ['Active webhooks', formatLimit(limits.max_webhooks)],
        ['Rate limit tier', tierNames[rate_limit_tier]],
      ]}
    />
  )
}

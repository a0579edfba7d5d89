import { Anchor } from '@mantine/core'
import { IconGauge } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatCount } from '~/ui/format'
import { ListPage } from '~/ui/list/ListPage'
import { textFilter, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'
import { type Violation, violationsQuery } from './queries'
import { RateLimitingTabs } from './RateLimitingTabs'
import { ruleName, scopeName, tierName } from './words'

const OTHERS = 'others'

const columns: Column<Violation>[] = [
  { key: 'identifier', label: 'Caller', cell: (violation) => <Caller violation={violation} /> },
  { key: 'scope', label: 'Scope', cell: ({ scope }) => scopeName(scope) },
  { key: 'rule', label: 'Limit', cell: ({ rule }) => ruleName(rule) },
  {
    key: 'endpoint',
    label: 'Endpoint',
    cell: ({ endpoint }) => <span className="mono">{endpoint}</span>,
  },
  {
    key: 'count',
    label: 'Throttled',
    sort: 'count',
    numeric: true,
    cell: ({ count }) => formatCount(count),
  },
  { key: 'limit', label: 'Allowed', numeric: true, cell: ({ limit }) => formatCount(limit) },
  { key: 'tier', label: 'Tier', optional: true, cell: ({ tier }) => tierName(tier) },
  {
    key: 'last_at',
    label: 'Last',
    sort: 'last_at',
    cell: ({ last_at }) => <RelativeTime at={last_at} />,
  },
]

const filters = { identifier: textFilter('Caller'), rule: textFilter('Limit') }
const sorting = { by: ['count', 'last_at'], first: '-count' } as const

/** Throttled callers of the last 24 hours, linked to the lookup. */
export function ViolationsPage() {
  const state = useListState(filters, sorting)
  const { page, per_page, sort } = state.paging
  const violations = useQuery(violationsQuery({ page, per_page, sort, ...state.activeFilters }))
  return (
    <ListPage
      title="Violations"
      plural="violations"
      state={state}
      query={violations}
      searchable={false}
      columns={columns}
      nameOf={({ identifier, endpoint }) => `${identifier}, ${endpoint}`}
      figures={<RateLimitingTabs />}
      empty={{
        icon: <IconGauge size={28} />,
        sentence: 'No request exceeded a limit in the last 24 hours.',
      }}
      csv={({ identifier, scope, rule, endpoint, count, limit, tier, last_at }) => ({
        identifier,
        scope,
        rule,
        endpoint,
        tier,
        last_at,
        count: String(count),
        limit: String(limit),
      })}
    />
  )
}

function Caller({ violation: { scope, identifier } }: { violation: Violation }) {
  if (identifier === OTHERS) return <span>Others</span>
  const search = { identifier: `${scope}:${identifier}` }
  return (
    <Anchor
      inherit
      className="mono"
      renderRoot={(props) => <Link to="/admin/rate_limiting" search={search} {...props} />}
    >
      {identifier}
    </Anchor>
  )
}

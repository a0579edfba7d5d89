import { Button } from '@mantine/core'
import { IconBug } from '@tabler/icons-react'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api, type Data, type Query, reply } from '~/api'
import { formatCount } from '~/ui/format'
import { Json } from '~/ui/Json'
import { ListPage } from '~/ui/list/ListPage'
import { choiceFilter, stateOptions, useListState } from '~/ui/list/state'
import type { Column } from '~/ui/list/useColumns'
import { RelativeTime } from '~/ui/RelativeTime'

type ErrorReport = Data<'/api/v1/admin/error_reports', 'get'>[number]

const errorsQuery = (query: Query<'/api/v1/admin/error_reports'>) =>
  queryOptions({
    queryKey: ['error_reports', query],
    queryFn: ({ signal }) =>
      reply(api.GET('/api/v1/admin/error_reports', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

const columns: Column<ErrorReport>[] = [
  {
    key: 'message',
    fact: 'value',
    label: 'Error',
    cell: (report) => <span className="mono">{report.message || '–'}</span>,
  },
  { key: 'source', label: 'Source', width: '110px', cell: (report) => report.source },
  {
    key: 'occurrence_count',
    label: 'Count',
    width: '100px',
    cell: (report) => formatCount(report.occurrence_count),
  },
  {
    key: 'last_at',
    fact: 'value',
    label: 'Last',
    sort: 'last_at',
    width: '160px',
    cell: (report) => <RelativeTime at={report.last_at} />,
  },
]

const filters = { source: choiceFilter('Source', stateOptions('server', 'worker')) }

/** Distinct errors of the last 30 days, each with its stack and its last request. */
export function ErrorReportsPage() {
  const state = useListState(filters, { by: ['last_at'], first: '-last_at' })
  const reports = useQuery(errorsQuery(state.query))
  return (
    <ListPage
      title="Errors"
      plural="errors"
      state={state}
      query={reports}
      columns={columns}
      nameOf={(report) => report.message}
      primary={
        <Button variant="default" renderRoot={(props) => <Link to="/admin/logs" {...props} />}>
          Logs
        </Button>
      }
      expand={(report) => <Json value={report} label={`Details of ${report.message}`} />}
      empty={{
        icon: <IconBug size={28} />,
        sentence: 'No server or worker has logged an error in the last 30 days.',
      }}
    />
  )
}

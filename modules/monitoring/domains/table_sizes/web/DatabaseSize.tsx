import { Skeleton, Text, Title } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api, type Data, data } from '~/api'
import { FigureTable } from '~/ui/FigureTable'
import { formatBytes, formatNoun } from '~/ui/format'
import { LoadError } from '~/ui/LoadError'
import { RelativeTime } from '~/ui/RelativeTime'

type Size = Data<'/api/v1/admin/table_sizes', 'get'>

const sizeQuery = queryOptions({
  queryKey: ['table_sizes'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/admin/table_sizes', { signal })),
})

/** The largest tables, how fast they grow, and when the disk is full. */
export function DatabaseSize() {
  const size = useQuery(sizeQuery)
  return (
    <section aria-label="Database size">
      <Title order={2} mb="xs">
        Database size
      </Title>
      {size.isPending && <Skeleton height={240} aria-busy="true" />}
      {size.error && !size.data && (
        <LoadError error={size.error} retry={() => void size.refetch()} />
      )}
      {size.data && (
        <>
          <Summary size={size.data} />
          <FigureTable label="Largest tables" headings={['Table', 'Size', 'Growth a day', 'Kept']}>
            {size.data.tables.map(({ name, bytes, growth_bytes_per_day, retention_days }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{formatBytes(bytes)}</td>
                <td>{formatGrowth(growth_bytes_per_day)}</td>
                <td>{retention_days === null ? '–' : formatNoun(retention_days, 'day')}</td>
              </tr>
            ))}
          </FigureTable>
        </>
      )}
    </section>
  )
}

function Summary({ size }: { size: Size }) {
  const { bytes, growth_bytes_per_day, disk_free_bytes, disk_full_at } = size
  return (
    <Text size="sm" c="dimmed" mb="xs">
      {formatBytes(bytes)} in all
      {growth_bytes_per_day !== null && <>, {formatGrowth(growth_bytes_per_day)} a day</>}
      {disk_free_bytes !== null && <>. {formatBytes(disk_free_bytes)} of the disk are free</>}
      {disk_full_at && (
        <>
          ; at this growth it is full <RelativeTime at={disk_full_at} />
        </>
      )}
      .
    </Text>
  )
}

function formatGrowth(bytes: number | null) {
  if (bytes === null) return '–'
  return bytes < 0 ? `−${formatBytes(-bytes)}` : `+${formatBytes(bytes)}`
}

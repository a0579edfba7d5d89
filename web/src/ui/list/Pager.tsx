import { Group, NativeSelect, Pagination, Text } from '@mantine/core'
import type { Meta } from '../../api'
import { formatCount, formatTotal } from '../format'
import classes from './list.module.css'
import type { ListState } from './state'

const sizes = ['20', '50', '100']

export function Pager({ meta, state }: { meta: Meta; state: ListState }) {
  const { current_page: page, per_page: size, total_count: total, total_pages: pages } = meta
  const first = (page - 1) * size + 1
  return (
    <nav className={classes.pager} aria-label="Pages">
      <Text size="sm" c="dimmed">
        {formatCount(first)}–{formatCount(Math.min(page * size, total))} of {formatTotal(meta)}
      </Text>
      <Group gap="sm">
        {total > 20 && (
          <NativeSelect
            size="xs"
            aria-label="Rows per page"
            data={sizes.map((value) => ({ value, label: `${value} per page` }))}
            value={String(size)}
            onChange={(event) => state.set({ per_page: event.currentTarget.value })}
          />
        )}
        {pages > 1 && (
          <Pagination
            size="sm"
            total={pages}
            value={page}
            siblings={1}
            onChange={(next) => state.set({ page: String(next) })}
            getControlProps={(control) => ({ 'aria-label': `Go to ${control} page` })}
            getItemProps={(item) => ({ 'aria-label': `Page ${item}`, children: formatCount(item) })}
          />
        )}
      </Group>
    </nav>
  )
}

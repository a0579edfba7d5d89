import { resource } from '@powernode/server/platform/http/resource.ts'
import { DatabaseSize, readDatabaseSize } from './table_size.ts'

export default resource('/admin/table_sizes', 'Size and growth of the database', (r) => {
  r.get(
    '/',
    {
      can: 'admin.table_sizes.read',
      of: DatabaseSize,
      summary: 'Get the largest tables, their growth, and when the disk is full',
    },
    ({ ctx }) => readDatabaseSize(ctx),
  )
})

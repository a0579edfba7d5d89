import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import tableSizes from './routes.ts'
import { recordTableSizes } from './table_size.ts'

export default defineDomain({
  name: 'table_sizes',
  tables: ['table_sizes'],
  contract,
  routes: [tableSizes],
  sweep: {
    measured_tables: { counts: 'Tables whose size was recorded', run: recordTableSizes },
  },
  retention: {
    table_sizes: {
      counts: 'Sizes of tables older than 400 days',
      rows: [{ by: 'day', days: 400 }],
    },
  },
})

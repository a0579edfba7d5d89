import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { disputes } from './routes.ts'

export default defineDomain({
  name: 'disputes',
  tables: ['disputes'],
  contract,
  routes: [disputes],
  names: {
    dispute: {
      rows: (ctx) => ctx.own('disputes').select().select(['id', 'external_id as name']),
      recorded: 'external_id',
    },
  },
})

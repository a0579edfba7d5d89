import { defineDomain } from '@powernode/server/platform/module.ts'
import { contract } from './contract.ts'
import { verification } from './routes.ts'
import { verifyBooks } from './verify.ts'

export default defineDomain({
  name: 'ledger',
  tables: ['ledger_entries', 'ledger_lines'],
  contract,
  routes: [verification],
  verify: verifyBooks,
})

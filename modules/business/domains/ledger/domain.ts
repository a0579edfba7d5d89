import { defineDomain } from '@powernode/server/platform/module.ts'
import { verifyBooks } from './verify.ts'

export default defineDomain({
  name: 'ledger',
  tables: ['ledger_entries', 'ledger_lines'],
  verify: verifyBooks,
})

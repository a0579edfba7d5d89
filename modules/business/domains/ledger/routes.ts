import { resource } from '@powernode/server/platform/http/resource.ts'
import { LedgerVerification, verifyLedger } from './nightly.ts'

/** For the handler of `verify_ledger`. */
export const verification = resource('/internal/ledger', 'Verification of the books', (r) => {
  r.post(
    '/verify',
    {
      can: 'system.ledger.verify',
      of: LedgerVerification,
      status: 200,
      summary: 'Compare the ledger with what was billed and paid',
    },
    ({ ctx }) => verifyLedger(ctx),
  )
})

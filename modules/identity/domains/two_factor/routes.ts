import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import { IdentityProof } from '../sessions/proof.ts'
import {
  BackupCodes,
  beginSetup,
  disableTwoFactor,
  Enabled,
  finishSetup,
  readTwoFactorStatus,
  regenerateBackupCodes,
  Setup,
  SetupCode,
  ShownCodes,
  showBackupCodes,
  TwoFactorStatus,
} from './two_factor.ts'

// Only the person themselves, on their own account.
const own = { can: 'signed_in', personal: true, notImpersonating: true } as const

export default resource('/two_factor', 'Two-factor sign-in of the person who calls', (r) => {
  r.get('/status', { ...own, of: TwoFactorStatus, summary: 'Whether it is on' }, ({ ctx }) =>
    readTwoFactorStatus(ctx),
  )
  r.post(
    '/enable',
    {
      ...own,
      throttle: 'two_factor',
      of: Setup,
      status: 200,
      summary: 'Begin a set-up',
      fails: ['two_factor_already_enabled', 'proof_required'],
    },
    ({ ctx }) => beginSetup(ctx),
  )
  r.post(
    '/verify_setup',
    {
      ...own,
      throttle: 'two_factor',
      body: SetupCode,
      of: Enabled,
      status: 200,
      summary: 'Finish a set-up with the first code',
      says: 'Two-factor sign-in is on',
      fails: ['two_factor_already_enabled', 'invalid_transition'],
    },
    ({ ctx, body }) => finishSetup(ctx, body),
  )
  r.delete(
    '/disable',
    {
      ...own,
      throttle: 'two_factor',
      body: IdentityProof,
      of: Empty,
      name: 'disable',
      summary: 'Turn it off',
      says: 'Two-factor sign-in is off',
      fails: ['two_factor_not_enabled'],
    },
    ({ ctx, body }) => disableTwoFactor(ctx, body),
  )
  r.get(
    '/backup_codes',
    {
      ...own,
      of: ShownCodes,
      summary: 'The unused backup codes',
      fails: ['two_factor_not_enabled'],
    },
    ({ ctx }) => showBackupCodes(ctx),
  )
  r.post(
    '/regenerate_backup_codes',
    {
      ...own,
      throttle: 'two_factor',
      body: IdentityProof,
      of: BackupCodes,
      status: 200,
      summary: 'Replace the backup codes',
      says: 'The old codes no longer work',
      fails: ['two_factor_not_enabled'],
    },
    ({ ctx, body }) => regenerateBackupCodes(ctx, body),
  )
})

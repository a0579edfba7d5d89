import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
import { IdentityProof } from '../sessions/proof.ts'
import {
  BackupCodes,
  completeTwoFactorSetup,
  disableTwoFactor,
  readTwoFactorStatus,
  regenerateBackupCodes,
  showBackupCodes,
  startTwoFactorSetup,
  TwoFactorEnabled,
  TwoFactorSetup,
  TwoFactorSetupCode,
  TwoFactorStatus,
  UnusedBackupCodes,
} from './two_factor.ts'

// Only for the user's own account.
const own = { can: 'signed_in', personal: true, notImpersonating: true } as const

export default resource('/two_factor', 'Two-factor authentication of the caller', (r) => {
  r.get(
    '/status',
    { ...own, of: TwoFactorStatus, summary: 'Get the two-factor status' },
    ({ ctx }) => readTwoFactorStatus(ctx),
  )
  r.post(
    '/enable',
    {
      ...own,
      throttle: 'two_factor',
      of: TwoFactorSetup,
      status: 200,
      summary: 'Start the setup of two-factor authentication',
      fails: ['two_factor_already_enabled', 'proof_required'],
    },
    ({ ctx }) => startTwoFactorSetup(ctx),
  )
  r.post(
    '/verify_setup',
    {
      ...own,
      throttle: 'two_factor',
      body: TwoFactorSetupCode,
      of: TwoFactorEnabled,
      status: 200,
      summary: 'Complete the setup of two-factor authentication with the first code',
      says: 'Two-factor authentication enabled',
      fails: ['two_factor_already_enabled', 'invalid_transition'],
    },
    ({ ctx, body }) => completeTwoFactorSetup(ctx, body),
  )
  r.delete(
    '/disable',
    {
      ...own,
      throttle: 'two_factor',
      body: IdentityProof,
      of: Empty,
      name: 'disable',
      summary: 'Disable two-factor authentication',
      says: 'Two-factor authentication disabled',
      fails: ['two_factor_not_enabled'],
    },
    ({ ctx, body }) => disableTwoFactor(ctx, body),
  )
  r.get(
    '/backup_codes',
    {
      ...own,
      of: UnusedBackupCodes,
      summary: 'List unused backup codes',
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
      says: 'Backup codes replaced; the old codes no longer work',
      fails: ['two_factor_not_enabled'],
    },
    ({ ctx, body }) => regenerateBackupCodes(ctx, body),
  )
})

import { declare } from '@powernode/contract/declare.ts'

/** Declarations of the domain. */
export const contract = declare({
  errors: {
    invalid_2fa: {
      status: 401,
      says: 'The code is wrong, or this sign-in has expired',
      wrongGuess: true,
    },
    two_factor_required: {
      status: 403,
      says: 'Enable two-factor authentication first: admin permissions require it',
    },
    two_factor_already_enabled: {
      status: 409,
      says: 'Two-factor authentication is already enabled',
    },
    two_factor_not_enabled: { status: 409, says: 'Two-factor authentication is not enabled' },
  },
  throttles: {
    /** Per IP address. Higher than the lock of each user (`verifyCredential`), as many users may share an address. */
    two_factor: { points: 50, duration: 900, of: 'guesses' },
  },
  audit: {
    'two_factor.enabled': { risk: 'medium', of: ['security'] },
    'two_factor.disabled': { risk: 'high', threat: 'medium', of: ['security'] },
    'backup_codes.generated': { risk: 'medium', of: ['security'] },
    'backup_codes.shown': { risk: 'medium', of: ['security'] },
    'two_factor.setup_begun': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    two_factor: typeof contract
  }
}

import { declare } from '@powernode/contract/declare.ts'

/** What the domain declares by name. */
export const contract = declare({
  errors: {
    invalid_2fa: {
      status: 401,
      says: 'That code is not right, or this sign-in has expired',
      wrongGuess: true,
    },
    two_factor_required: {
      status: 403,
      says: 'Turn on two-factor sign-in first: administration needs it',
    },
    two_factor_already_enabled: { status: 409, says: 'Two-factor sign-in is on already' },
    two_factor_not_enabled: { status: 409, says: 'Two-factor sign-in is not on' },
  },
  throttles: {
    /** Each person is locked by the fifth of their own (`guess`); this leaves an office behind one address its room. */
    two_factor: { points: 50, duration: 900, of: 'guesses' },
  },
  audit: {
    'two_factor.enabled': { risk: 'medium', of: ['security'] },
    'two_factor.disabled': { risk: 'high', threat: 'medium', of: ['security'] },
    'backup_codes.generated': { risk: 'medium', of: ['security'] },
    'backup_codes.shown': { risk: 'medium', of: ['security'] },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    two_factor: typeof contract
  }
}

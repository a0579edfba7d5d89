import { declare } from '@powernode/contract/declare.ts'

/** Declarations of the domain. */
export const contract = declare({
  errors: {
    invalid_passkey: { status: 401, says: 'This passkey cannot be used', wrongGuess: true },
  },
  audit: {
    'passkey.created': { risk: 'medium', of: ['security'] },
    'passkey.deleted': { risk: 'medium', of: ['security'] },
    'passkey.updated': {},
    'passkey.used': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    passkeys: typeof contract
  }
}

import { declare } from '@powernode/contract/declare.ts'

/** Declarations of the domain. Its permission is `files.share`. */
export const contract = declare({
  errors: {
    share_password_wrong: {
      status: 403,
      says: 'The password of this link is wrong',
      wrongGuess: true,
    },
  },
  throttles: {
    /** Links and passwords that an address guesses; each link also limits wrong passwords. */
    share: { points: 50, duration: 3600, of: 'guesses' },
  },
  audit: {
    'file_share.created': { risk: 'medium' },
    'file_share.revoked': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    file_shares: typeof contract
  }
}

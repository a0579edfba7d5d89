import { declare } from '@powernode/contract/declare.ts'

/** Declarations of the domain. Its permission is `files.create`. */
export const contract = declare({
  errors: {
    upload_expired: { status: 410, says: 'This upload has expired. Start it again' },
    upload_locked: {
      status: 423,
      says: 'Another request is sending this upload. Try again in a few seconds',
    },
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    uploads: typeof contract
  }
}

import { declare } from '@powernode/contract/declare.ts'

/** Declarations of the domain. Its permission is `files.create`. */
export const contract = declare({
  rates: {
    /** A part of an upload that was counted when it began. With parts of 64 kB, 6000 are 6 MB per second. */
    upload_part: {
      perMinute: { free: 6000, starter: 6000, professional: 12_000, business: 12_000 },
      weight: 0,
    },
  },
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

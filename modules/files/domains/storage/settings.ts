import { setting, wholeNumber } from '@powernode/server/platform/settings/catalogue.ts'

/** Settings that administrators can change at runtime. */
export const settings = {
  account_storage_gigabytes: setting(
    'general',
    wholeNumber(
      1,
      1_000_000,
      10,
      'Space for the files of an account on the disks of this server, in GB, unless the account has its own limit',
    ),
    () => 10,
  ),
}

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    'storage/settings': { settings: typeof settings }
  }
}

import type { ConnectionJobRow } from './connection_job.ts'

/** The result of a test that did not succeed. */
export const failedConnection = (error: string): NonNullable<ConnectionJobRow['result']> => ({
  connected: false,
  error,
  account_id: null,
  business_name: null,
  country: null,
  currency: null,
  charges_enabled: null,
  payouts_enabled: null,
  webhook_configured: null,
})

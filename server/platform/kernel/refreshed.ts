/** What processes keep in memory and read again when it changed. */
export type Refreshed = 'settings' | 'signing_keys' | 'rate_limits'

/** Data that processes cache and reload when it changes. */
export type Refreshed = 'settings' | 'signing_keys' | 'rate_limits'

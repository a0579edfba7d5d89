import { defineActivity, textIn } from '~/activity'

/** What the domain writes to the audit log. */
export default defineActivity({
  types: {},
  sentences: {
    'rate_limiting.disabled': ({ metadata: { duration_minutes } }, { number }) =>
      `turned off rate limiting for ${duration_minutes === 1 ? 'a minute' : `${number(duration_minutes)} minutes`}`,
    'rate_limiting.enabled': 'turned rate limiting back on',
    'rate_limiting.cleared': ({ metadata }) =>
      `reset the rate limits of ${textIn(metadata, 'identifier') ?? 'a client'}`,
  },
})

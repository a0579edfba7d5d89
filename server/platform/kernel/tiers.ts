/** The tiers of rate limits, from the narrowest to the widest. */
export const tierNames = ['free', 'starter', 'professional', 'business', 'unlimited'] as const
export type Tier = (typeof tierNames)[number]

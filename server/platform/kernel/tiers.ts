/** The rate limit tiers, from the lowest to the highest. */
export const tierNames = ['free', 'starter', 'professional', 'business', 'unlimited'] as const
export type Tier = (typeof tierNames)[number]

import { SectionTabs as Pages } from '~/ui/SectionTabs'

const pages = [
  { label: 'Overview', to: '/admin/rate_limiting' },
  { label: 'Refusals', to: '/admin/rate_limiting/violations' },
  { label: 'Accounts', to: '/admin/rate_limiting/accounts' },
  { label: 'Numbers', to: '/admin/rate_limiting/settings' },
] as const

/** The pages about limits, side by side. */
export const RateLimitingTabs = () => <Pages label="Limits" pages={pages} />

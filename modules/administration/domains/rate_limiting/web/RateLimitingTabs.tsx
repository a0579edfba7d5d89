import { SectionTabs as Pages } from '~/ui/SectionTabs'

const pages = [
  { label: 'Overview', to: '/admin/rate_limiting' },
  { label: 'Violations', to: '/admin/rate_limiting/violations' },
  { label: 'Accounts', to: '/admin/rate_limiting/accounts' },
  { label: 'Settings', to: '/admin/rate_limiting/settings' },
] as const

export const RateLimitingTabs = () => <Pages label="Rate limits" pages={pages} />

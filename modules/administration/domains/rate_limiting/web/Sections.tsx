import { Sections as Pages } from '~/ui/Sections'

const pages = [
  { label: 'Overview', to: '/admin/rate_limiting' },
  { label: 'Refusals', to: '/admin/rate_limiting/violations' },
  { label: 'Accounts', to: '/admin/rate_limiting/accounts' },
  { label: 'Numbers', to: '/admin/rate_limiting/settings' },
] as const

/** The pages about limits, side by side. */
export const Sections = () => <Pages label="Limits" pages={pages} />

import { Sections as Pages } from '~/ui/Sections'

const pages = [
  { label: 'Inbox', to: '/notifications' },
  { label: 'Preferences', to: '/notifications/preferences' },
] as const

/** The pages about notifications, side by side. */
export const Sections = () => <Pages label="Notifications" pages={pages} />

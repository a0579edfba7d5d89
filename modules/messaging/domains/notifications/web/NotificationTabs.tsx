import { SectionTabs as Pages } from '~/ui/SectionTabs'

const pages = [
  { label: 'Inbox', to: '/notifications' },
  { label: 'Preferences', to: '/notifications/preferences' },
] as const

/** The pages about notifications, side by side. */
export const NotificationTabs = () => <Pages label="Notifications" pages={pages} />

import { SectionTabs as Pages } from '~/ui/SectionTabs'

const pages = [
  { label: 'Inbox', to: '/notifications' },
  { label: 'Preferences', to: '/notifications/preferences' },
] as const

export const NotificationTabs = () => <Pages label="Notifications" pages={pages} />

import type { Permission } from '../../platform/auth/permissions.ts'

export type DeliveryChannel = 'in_app' | 'mail'

interface Kind {
  /** Whom it concerns: people without this permission are not shown it. */
  needs?: Permission
  category: string
  label: string
  description: string
  /** Whether people are told this way until they choose otherwise. */
  in_app: boolean
  mail: boolean
  /** Channels that nobody can change, each with the reason in words for the person. */
  fixed?: Partial<Record<DeliveryChannel, string>>
}

const SAFETY = 'Somebody else may be behind it, so you are always told.'
const OWN_MAIL = 'A mail of its own is always sent.'

/** Everything that people are told of, in the order of the page on which they choose. */
export const kinds = {
  password_changed: {
    category: 'Security',
    label: 'Your password was changed',
    description: 'By you, or by somebody with a link to reset it',
    in_app: true,
    mail: true,
    fixed: { in_app: SAFETY, mail: OWN_MAIL },
  },
  user_locked: {
    category: 'Security',
    label: 'Your sign-in was locked',
    description: 'After too many wrong passwords',
    in_app: true,
    mail: true,
    fixed: { in_app: SAFETY },
  },
  email_verified: {
    category: 'Security',
    label: 'Your address was confirmed',
    description: 'When you followed the link that was mailed to it',
    in_app: true,
    mail: false,
  },
  user_joined: {
    category: 'People',
    label: 'Somebody joined',
    description: 'When a person who was added or invited can sign in; owners are told',
    in_app: true,
    mail: false,
  },
  delegation_suspended: {
    category: 'People',
    label: 'Rights given to another account were paused',
    description: 'Because the person has a new e-mail address; owners are told',
    in_app: true,
    mail: true,
    fixed: { in_app: SAFETY },
  },
  webhook_disabled: {
    category: 'Webhooks',
    label: 'A webhook was switched off',
    description: 'Because its receiver is gone or keeps failing; owners are told',
    in_app: true,
    mail: true,
    fixed: { mail: OWN_MAIL },
  },
  audit_export_completed: {
    category: 'Audit log',
    label: 'Your export is ready',
    description: 'When the file can be downloaded',
    in_app: true,
    mail: false,
  },
  audit_export_failed: {
    category: 'Audit log',
    label: 'Your export failed',
    description: 'When the file could not be written',
    in_app: true,
    mail: false,
  },
  alert_triggered: {
    needs: 'admin.alerts.read',
    category: 'Alerts',
    label: 'An alert was triggered',
    description: 'When something is wrong with this server; its administrators are told',
    in_app: true,
    mail: true,
  },
  alert_resolved: {
    needs: 'admin.alerts.read',
    category: 'Alerts',
    label: 'An alert resolved itself',
    description: 'When the figure behind it is well again; administrators are told',
    in_app: true,
    mail: true,
  },
  service_down: {
    needs: 'admin.services.read',
    category: 'Services',
    label: 'A service is down',
    description: 'When a watched service fails its checks; administrators are told',
    in_app: true,
    mail: true,
  },
  service_up: {
    needs: 'admin.services.read',
    category: 'Services',
    label: 'A service works again',
    description: 'When a service that was down passes its check; administrators are told',
    in_app: true,
    mail: false,
  },
  announcement: {
    category: 'Other',
    label: 'Messages of this server',
    description: 'What its workers have to say, such as that a report is done',
    in_app: true,
    mail: false,
  },
} as const satisfies Record<string, Kind>

export type NotificationKind = keyof typeof kinds
export const kindNames = Object.keys(kinds) as NotificationKind[]

/** What is said of a kind, whichever it is. */
export const kindOf = (name: NotificationKind): Kind => kinds[name]

/** Which kind a notification is of. Workers choose names of their own, which are announcements. */
export function kindNameOf(notificationType: string): NotificationKind {
  return kindNames.find((name) => name === notificationType) ?? 'announcement'
}

/** Why a channel of a kind cannot be changed, or null where it can. */
export function fixedBecause(name: NotificationKind, channel: DeliveryChannel): string | null {
  return kindOf(name).fixed?.[channel] ?? null
}

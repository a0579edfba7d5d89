import type { Option } from '~/ui/list/state'
import type { Tier } from './queries'

export const tierOptions: Option<Tier>[] = [
  { value: 'free', label: 'Free' },
  { value: 'starter', label: 'Starter' },
  { value: 'professional', label: 'Professional' },
  { value: 'business', label: 'Business' },
  { value: 'unlimited', label: 'Unlimited' },
]

export const tierName = (tier: string | null) =>
  tierOptions.find(({ value }) => value === tier)?.label ?? '–'

const rules: Record<string, string> = {
  visitor: 'Unauthenticated, per 15 minutes',
  public_read: 'Public reads, per 15 minutes',
  public_write: 'Sign-in and registration, per 15 minutes',
  site: 'Public site, per minute',
  refresh: 'Session refreshes, per 15 minutes',
  user_minute: 'User, per minute',
  user_hour: 'User, per hour',
  key_minute: 'API key, per minute',
  account_minute: 'API keys of an account, per minute',
  account_hour: 'API keys of an account, per hour',
  heavy_hour: 'Exports and analyses, per hour',
  webhook_minute: 'Webhook changes, per minute',
  upload_hour: 'Uploads, per hour',
  worker_minute: 'Worker, per minute',
  cable_address: 'WebSocket connections per address',
  cable_account: 'WebSocket connections per account',
  login: 'Sign-in',
  register: 'Registration',
  password: 'Password reset requests',
  password_link: 'Password reset links',
  email: 'Email confirmation',
  two_factor: 'Two-factor codes',
  impersonation: 'Impersonation',
  invitation: 'Invitations',
  key_rotation: 'Signing key rotation',
  webhook_test: 'Webhook test events',
  unknown_email: 'Sign-in with an unknown email',
  reset_mail: 'Reset emails per address',
  confirmation_mail: 'Confirmation emails per address',
  invitation_mail: 'Invitation emails per address',
}

/** The label of a rule. */
export const ruleName = (rule: string) => rules[rule] ?? rule

const scopes = {
  ip: 'IP address',
  user: 'User',
  api_key: 'API key',
  account: 'Account',
  worker: 'Worker',
  email: 'Email address',
}

export const scopeName = (scope: keyof typeof scopes) => scopes[scope]

/** 90 → "1 min 30 s". */
export function formatDuration(seconds: number) {
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  if (hours > 0) return `${hours} h ${minutes % 60} min`
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`
}

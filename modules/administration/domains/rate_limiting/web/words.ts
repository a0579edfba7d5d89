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
  visitor: 'Without valid sign-in, 15 minutes',
  public_read: 'Visitors who read, 15 minutes',
  public_write: 'Visitors who sign in or register, 15 minutes',
  refresh: 'Sessions that go on, 15 minutes',
  user_minute: 'A person, a minute',
  user_hour: 'A person, an hour',
  key_minute: 'An API key, a minute',
  account_minute: 'Keys of an account, a minute',
  account_hour: 'Keys of an account, an hour',
  heavy_hour: 'Exports and analyses, an hour',
  webhook_minute: 'Changes of webhooks, a minute',
  upload_hour: 'Uploads, an hour',
  worker_minute: 'A worker, a minute',
  cable_address: 'Live connections of an address',
  cable_account: 'Live connections of an account',
  login: 'Sign-in',
  register: 'Registration',
  password: 'Requests for new passwords',
  password_link: 'Links for new passwords',
  email: 'Confirming addresses',
  two_factor: 'Second factors',
  impersonation: 'ImpersonationBanner as somebody else',
  invitation: 'Invitations',
  key_rotation: 'New signing keys',
  webhook_test: 'Tests of webhooks',
  unknown_email: 'Sign-in to an unknown address',
  reset_mail: 'Reset links to one address',
  confirmation_mail: 'Confirmation mails to one address',
}

/** What a rule counts, in words. */
export const ruleName = (rule: string) => rules[rule] ?? rule

const scopes = {
  ip: 'Address',
  user: 'Person',
  api_key: 'API key',
  account: 'Account',
  worker: 'Worker',
  email: 'E-mail address',
}

export const scopeName = (scope: keyof typeof scopes) => scopes[scope]

/** 90 → "1 min 30 s". */
export function formatDuration(seconds: number) {
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  if (hours > 0) return `${hours} h ${minutes % 60} min`
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`
}

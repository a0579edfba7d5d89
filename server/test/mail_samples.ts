import type { TemplateName, Variables } from '../platform/mail/templates.ts'

const url =
  'https://powernode.example.com/accept-invitation/Zm9vYmFyYmF6cXV4_-Zm9vYmFyYmF6cXV4Zm9vYmFy'
const name = 'Ada Lovelace'
const account_name = 'Analytical Engines Ltd'
const time = '26 November 2026, 23:12 (Europe/Berlin, 22:12 UTC)'
const until = '3 December 2026, 23:12 (Europe/Berlin, 22:12 UTC)'
const circumstances = { account_name, time, device: 'Firefox on Linux', ip_address: '203.0.113.7' }

/** Variables of every email. */
export const mailSamples: { [T in TemplateName]: Variables<T> } = {
  account_activated: { name, account_name, url },
  account_suspended: {
    name,
    account_name,
    reason: 'Unpaid invoices',
    contact: 'write to help@example.com',
    time,
  },
  delegation: { name, account_name, url, given_by: 'Charles Babbage', access: 'Manager', until },
  email_changed: {
    name,
    new_email: 'ada@new.example',
    changed_by: 'Charles Babbage',
    ...circumstances,
  },
  impersonated: {
    name,
    impersonator: 'Charles Babbage',
    reason: 'Ticket 4711',
    account_name,
    started_at: time,
    until,
  },
  invitation: {
    name,
    account_name,
    inviter: 'Charles Babbage',
    inviter_email: 'charles@example.com',
    message: 'Welcome to the team!\nThe notes are in the shared folder.',
    role: 'Developer',
    until,
    url,
  },
  new_device: { name, ...circumstances },
  notification: {
    name,
    title: 'Payments API is down',
    message: 'The check failed three times in a row: no response within 10 seconds.',
    kind: 'A service is down',
    url,
    unsubscribe_url: 'https://powernode.example.com/unsubscribe?token=abc',
    one_click_url: '',
  },
  page_taken_down: { name, title: 'About us', reason: 'Phishing', account_name, time, url },
  passkey_changed: { name, passkey: 'Laptop', change: 'added', ...circumstances },
  password_changed: { name, ...circumstances },
  reset_password: { name, unconfirmed_since: '2026-11-01', url, ...circumstances },
  set_password: { name, account_name, url, roles: 'Developer and Billing administrator' },
  two_factor_changed: { name, state: 'off', ...circumstances },
  verify_email: { name, account_name, url },
  webhook_disabled: {
    name,
    account_name,
    webhook_url: 'https://hooks.example.com/orders',
    why: 'all attempts failed for five days',
    time,
    url,
  },
}

/** The variables of emails that the previous version queued. */
export const queuedEarlier: { [T in TemplateName]: (keyof Variables<T>)[] } = {
  account_activated: ['name', 'account_name', 'url'],
  account_suspended: ['name', 'account_name', 'reason', 'contact'],
  delegation: ['name', 'account_name', 'url'],
  email_changed: ['name', 'new_email'],
  impersonated: ['name', 'impersonator', 'reason'],
  invitation: ['account_name', 'inviter', 'message', 'url'],
  new_device: ['name', 'device', 'ip_address', 'time'],
  notification: ['name', 'title', 'message', 'url', 'kind', 'unsubscribe_url', 'one_click_url'],
  page_taken_down: ['name', 'title', 'reason', 'account_name', 'time', 'url'],
  passkey_changed: ['name', 'passkey', 'change'],
  password_changed: ['name'],
  reset_password: ['name', 'account_name', 'unconfirmed_since', 'url'],
  set_password: ['name', 'account_name', 'url'],
  two_factor_changed: ['name', 'state'],
  verify_email: ['name', 'account_name', 'url'],
  webhook_disabled: ['name', 'webhook_url', 'why', 'url'],
}

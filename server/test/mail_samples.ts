import type { TemplateName, Variables } from '../platform/mail/templates.ts'

const url =
  'https://powernode.example.com/accept-invitation/Zm9vYmFyYmF6cXV4_-Zm9vYmFyYmF6cXV4Zm9vYmFy'
const name = 'Ada Lovelace'
const account_name = 'Analytical Engines Ltd'
const time = '26 November 2026, 23:12 (Europe/Berlin, 22:12 UTC)'
const until = '3 December 2026, 23:12 (Europe/Berlin, 22:12 UTC)'
const circumstances = { account_name, time, device: 'Firefox on Linux', ip_address: '203.0.113.7' }

const failed = {
  ...{ name, account_name, url: 'https://powernode.example.com/invoices/019a8f2e' },
  ...{ plan: 'Team', invoice: 'INV-202611-0042', amount: '34.51 USD' },
  reason: 'The card has insufficient funds.',
}

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
  kb_article_taken_down: { name, title: 'Guide', reason: 'Phishing', account_name, time, url },
  page_taken_down: { name, title: 'About us', reason: 'Phishing', account_name, time, url },
  passkey_changed: { name, passkey: 'Laptop', change: 'added', ...circumstances },
  password_changed: { name, ...circumstances },
  card_expiring: { name, account_name, url, card: 'Visa ending in 4242', when: 'in 14 days' },
  payment_failed: failed,
  payment_last_warning: { ...failed, day: '2026-12-05', next: 'Add a payment method.' },
  payment_recovered: { name, account_name, url, plan: 'Team', invoice: 'INV-202611-0042' },
  payment_reminder: failed,
  renewal_reminder: {
    name,
    account_name,
    url,
    plan: 'Team',
    amount: '290.00 USD',
    day: '2026-12-31',
  },
  reset_password: { name, unconfirmed_since: '2026-11-01', url, ...circumstances },
  scheduled_report: {
    name,
    account_name,
    report: 'Invoices of November',
    rows: '1,204 rows',
    schedule: 'Invoices, monthly',
    until,
    url,
  },
  set_password: { name, account_name, url, roles: 'Developer and Billing administrator' },
  subscription_disputed: { name, account_name, url, plan: 'Team' },
  subscription_ended: { name, account_name, url, plan: 'Team' },
  subscription_suspended: {
    ...{ name, account_name, url, plan: 'Team', ends: '2026-12-31' },
    reason: 'The payment failed: The card has insufficient funds.',
  },
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
  kb_article_taken_down: ['name', 'title', 'reason', 'account_name', 'time', 'url'],
  page_taken_down: ['name', 'title', 'reason', 'account_name', 'time', 'url'],
  passkey_changed: ['name', 'passkey', 'change'],
  password_changed: ['name'],
  card_expiring: ['name', 'account_name', 'url', 'card', 'when'],
  payment_failed: ['name', 'account_name', 'url', 'plan', 'invoice', 'amount', 'reason'],
  payment_last_warning: [
    'name',
    'account_name',
    'url',
    'plan',
    'invoice',
    'amount',
    'reason',
    'day',
  ],
  payment_recovered: ['name', 'account_name', 'url', 'plan', 'invoice'],
  payment_reminder: ['name', 'account_name', 'url', 'plan', 'invoice', 'amount', 'reason'],
  renewal_reminder: ['name', 'account_name', 'url', 'plan', 'amount', 'day'],
  reset_password: ['name', 'account_name', 'unconfirmed_since', 'url'],
  scheduled_report: ['name', 'report', 'rows', 'schedule', 'account_name', 'until', 'url'],
  set_password: ['name', 'account_name', 'url'],
  subscription_disputed: ['name', 'account_name', 'url', 'plan'],
  subscription_ended: ['name', 'account_name', 'url', 'plan'],
  subscription_suspended: ['name', 'account_name', 'url', 'plan', 'reason', 'ends'],
  two_factor_changed: ['name', 'state'],
  verify_email: ['name', 'account_name', 'url'],
  webhook_disabled: ['name', 'webhook_url', 'why', 'url'],
}

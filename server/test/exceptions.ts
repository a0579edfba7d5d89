/** Where rows of every account may be read, and why. Anywhere else `ctx.own()` does it. */
export const mayCrossAccounts: Record<string, string> = {
  'modules/administration/domains/accounts/account.ts': 'the accounts of the whole server',
  'modules/messaging/domains/mails/health.ts': 'how the mails of the whole server went',
  'modules/monitoring/domains/health/metrics.ts': 'requests that wait for the pool',
  'modules/monitoring/domains/metric_samples/metrics.ts': 'figures of the whole server',
  'modules/administration/domains/settings/setting.ts': 'names who changed a setting',
  'modules/administration/domains/users/user.ts': 'the people of the whole server',
  'modules/monitoring/domains/alerts/activity.ts': 'names who did something with an alert',
  'modules/monitoring/domains/alerts/alert.ts': 'names who did something with an alert',
  'modules/monitoring/domains/alerts/announcements.ts':
    'whoever runs the server may belong to any account',
  'modules/identity/domains/accounts/switching.ts':
    'delegations lie in the accounts that gave them',
  'modules/audit/domains/audit_logs/integrity.ts': 'the clean-up shortens every account’s trail',
  'modules/audit/domains/audit_logs/export_parts.ts':
    'a worker names an export, which names its account',
  'modules/audit/domains/audit_logs/export_download.ts': 'finds an export by a signed link',
  'modules/identity/domains/delegations/suspension.ts':
    'other accounts gave somebody rights, who loses them with the address',
  'modules/identity/domains/impersonations/ending.ts':
    'one acts as one person at a time, in whatever account',
  'modules/identity/domains/impersonations/impersonation.ts':
    'an administrator may act as somebody of another account, and sees that at home',
  'modules/identity/domains/invitations/invitation.ts': 'the daily sweep of what ran out',
  'modules/identity/domains/invitations/acceptance.ts': 'finds an invitation by a mailed secret',
  'modules/identity/domains/passkeys/passkey.ts':
    'finds a person by their passkey before anybody is signed in',
  'modules/identity/domains/sessions/ending.ts':
    'a person may be signed in to accounts that delegations open',
  'modules/identity/domains/sessions/devices.ts':
    'a person may be signed in to accounts that delegations open',
  'modules/identity/domains/sessions/proof.ts':
    'a session may be in an account that a delegation opens',
  'modules/identity/domains/sessions/second_factor.ts': 'finds a sign-in that waits for its code',
  'modules/identity/domains/users/addresses.ts':
    'an address belongs to whoever confirmed it, in whatever account',
  'modules/identity/domains/accounts/removal.ts':
    'the daily sweep of accounts that nobody confirmed',
  'modules/identity/domains/users/person.ts':
    'addresses are unique across accounts, and one may act on an account from outside it',
  'modules/background/domains/jobs/console.ts': 'the rows of the queue are pg-boss’s own',
  'modules/background/domains/jobs/clean_up.ts': 'deletes what has expired, whoever’s it was',
  'modules/messaging/domains/mails/mail.ts': 'the mailbox of the whole server',
  'modules/messaging/domains/mails/resend.ts': 'the mailbox of the whole server',
  'modules/messaging/domains/mails/delivery.ts': 'the worker delivers for every account',
  'modules/administration/domains/rate_limiting/account.ts': 'the tiers of every account',
  'modules/administration/domains/rate_limiting/identifier.ts':
    'finds out what kind of thing an id belongs to',
  'modules/administration/domains/rate_limiting/statistics.ts': 'figures of the whole server',
  'modules/identity/domains/sessions/recovery.ts':
    'finds a person by address before anybody is signed in',
  'modules/identity/domains/sessions/sign_in.ts':
    'finds a person by address before anybody is signed in',
  'modules/identity/domains/sessions/principal.ts': 'finds a session by a signed token',
  'modules/background/domains/workers/principal.ts': 'finds a worker by its token',
  'modules/integrations/domains/api_keys/principal.ts':
    'finds a key before it is known whose it is',
  'modules/integrations/domains/api_keys/key_usage.ts': 'writes the use of every key together',
  'modules/integrations/domains/webhooks/sending.ts': 'the worker delivers for every account',
  'modules/integrations/domains/webhooks/given_up.ts': 'the worker delivers for every account',
  'modules/integrations/domains/webhooks/outcome.ts': 'the worker delivers for every account',
  'modules/business/domains/subscriptions/renewal.ts': 'the daily sweep of what is due',
  'modules/business/domains/subscriptions/subscription.ts': 'the subscriptions of every account',
  'modules/identity/domains/users/internal.ts': 'workers write to anybody',
  'modules/identity/domains/invitations/internal.ts': 'workers write to anybody',
  'modules/messaging/domains/notifications/preference.ts':
    'tells people who work here by a delegation too',
  'modules/messaging/domains/notifications/unsubscribing.ts': 'finds a person by a signed link',
  'modules/messaging/domains/notifications/internal.ts': 'workers tell anybody',
  'modules/identity/domains/users/admins.ts': 'administrators may have their home in any account',
  'modules/identity/domains/users/first_admin.ts': 'asks whether anybody is there at all',
  'modules/identity/domains/users/one_time_tokens.ts': 'finds a person by a mailed secret',
}

/** Routes that change something, or hand out a credential, and yet are open to whoever acts as somebody; and why. */
export const mayWhileActing: Record<string, string> = {
  'auth.logout': 'ends the impersonation',
  'impersonations.stop': 'ends the impersonation',
  'impersonations.create': 'answers impersonation_active, which says how to go on',
  'users.update': 'the name and preferences alone; the verb refuses address, password and roles',
  'users.updateByPut': 'as users.update',
  'roles.preview': 'changes nothing',
  'apiKeys.validate': 'changes nothing; the caller has the key already',
  'admin.alertRules.preview': 'changes nothing',
  'notifications.markAllRead': 'a reading mark',
  'notifications.markRead': 'a reading mark',
  'notifications.delete': 'a notification of the person, who was mailed that somebody acts',
  'webhooks.retryFailed': 'goes to the addresses that the account chose',
  'webhooks.test': 'goes to the address that the account chose',
  'webhooks.replay': 'goes to the address that the account chose',
  'webhooks.deliveries.replay': 'goes to the address that the account chose',
  'workers.checkHealth': 'changes nothing',
  'workers.test': 'a job that does nothing',
  'admin.jobs.redrive': 'runs what was accepted before, once more',
  'admin.jobs.retry': 'runs what was accepted before, once more',
  'admin.jobs.cancel': 'a job that waits, which gives nobody anything',
  'admin.services.check': 'asks an address that is watched already',
  'admin.alerts.acknowledge': 'a mark on an alert, with both names',
  'admin.alerts.resolve': 'a mark on an alert, with both names',
  'admin.alertRules.create': 'tells only who runs the server, about the server',
  'admin.alertRules.update': 'tells only who runs the server, about the server',
  'admin.alertRules.updateByPut': 'tells only who runs the server, about the server',
  'admin.alertRules.delete': 'tells only who runs the server, about the server',
  'plans.create': 'what is sold; gives nobody access',
  'plans.update': 'what is sold; gives nobody access',
  'plans.updateByPut': 'what is sold; gives nobody access',
  'plans.delete': 'what is sold; gives nobody access',
}

import accounts, { internalAccounts } from './domains/accounts/routes.ts'
import { adminSettings, logLines } from './domains/admin_settings/routes.ts'
import { alertRules, evaluation } from './domains/alert_rules/routes.ts'
import { AlertChannel } from './domains/alerts/channel.ts'
import { alerts, reportedAlerts } from './domains/alerts/routes.ts'
import apiKeys from './domains/api_keys/routes.ts'
import { auditExports, auditLogs, exporting } from './domains/audit_logs/routes.ts'
import delegations from './domains/delegations/routes.ts'
import impersonations from './domains/impersonations/routes.ts'
import { internalInvitations } from './domains/invitations/internal.ts'
import invitations from './domains/invitations/routes.ts'
import { jobConsole, jobs, maintenance, worker } from './domains/jobs/routes.ts'
import { mailbox, outgoing } from './domains/mails/routes.ts'
import { NotificationChannel } from './domains/notifications/channel.ts'
import * as told from './domains/notifications/events.ts'
import notifications from './domains/notifications/routes.ts'
import { passkeySignIn, passkeys } from './domains/passkeys/routes.ts'
import { permissions, roles } from './domains/roles/routes.ts'
import { auth, sessions } from './domains/sessions/routes.ts'
import twoFactor from './domains/two_factor/routes.ts'
import { internalUsers } from './domains/users/internal.ts'
import users from './domains/users/routes.ts'
import { WebhookChannel } from './domains/webhooks/channel.ts'
import { fanOut } from './domains/webhooks/queueing.ts'
import { deliveries, outbound, webhooks } from './domains/webhooks/routes.ts'
import { workers, workerTests } from './domains/workers/routes.ts'
import type { Subscribers } from './platform/db/events.ts'
import { buildServer } from './platform/http/server.ts'
import type { Platform } from './platform/platform.ts'

/** Everything the API offers, in the order of its documentation. */
export const resources = [
  auth,
  passkeySignIn,
  sessions,
  twoFactor,
  passkeys,
  accounts,
  delegations,
  users,
  roles,
  permissions,
  invitations,
  impersonations,
  apiKeys,
  notifications,
  auditLogs,
  webhooks,
  deliveries,
  workers,
  jobConsole,
  alerts,
  alertRules,
  auditExports,
  exporting,
  adminSettings,
  mailbox,
  outgoing,
  worker,
  jobs,
  maintenance,
  outbound,
  workerTests,
  internalUsers,
  internalInvitations,
  internalAccounts,
  logLines,
  reportedAlerts,
  evaluation,
]

export const channels = { AlertChannel, NotificationChannel, WebhookChannel }

export const subscribers: Subscribers = { ...told.subscribers, every: [fanOut] }

/** The whole application on an open platform: HTTP and `/cable`. */
export async function buildApp(platform: Platform) {
  const app = await buildServer(platform, resources)
  app.server.on('upgrade', platform.cable.upgrade)
  app.addHook('preClose', async () => platform.cable.close())
  return app
}

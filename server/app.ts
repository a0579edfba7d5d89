import type { Config } from './config.ts'
import accounts, { internalAccounts } from './domains/accounts/routes.ts'
import { adminSettings, logLines } from './domains/admin_settings/routes.ts'
import alertRules from './domains/alert_rules/routes.ts'
import { AlertChannel } from './domains/alerts/channel.ts'
import { alerts, reportedAlerts } from './domains/alerts/routes.ts'
import apiKeys from './domains/api_keys/routes.ts'
import { auditExports, auditLogs, exporting } from './domains/audit_logs/routes.ts'
import backups from './domains/backups/routes.ts'
import delegations from './domains/delegations/routes.ts'
import { endUnfounded } from './domains/impersonations/ending.ts'
import impersonations from './domains/impersonations/routes.ts'
import { internalInvitations } from './domains/invitations/internal.ts'
import invitations from './domains/invitations/routes.ts'
import { jobConsole, jobs, maintenance, worker } from './domains/jobs/routes.ts'
import { mailbox, outgoing } from './domains/mails/routes.ts'
import { NotificationChannel } from './domains/notifications/channel.ts'
import * as told from './domains/notifications/events.ts'
import notifications from './domains/notifications/routes.ts'
import { passkeySignIn, passkeys } from './domains/passkeys/routes.ts'
import { rateLimitedAccounts, rateLimiting } from './domains/rate_limiting/routes.ts'
import { permissions, roles } from './domains/roles/routes.ts'
import { ServiceChannel } from './domains/services/channel.ts'
import { checking, services, statusPage } from './domains/services/routes.ts'
import { auth, resetLinks, sessions } from './domains/sessions/routes.ts'
import twoFactor from './domains/two_factor/routes.ts'
import { internalUsers } from './domains/users/internal.ts'
import users from './domains/users/routes.ts'
import { WebhookChannel } from './domains/webhooks/channel.ts'
import { fanOut } from './domains/webhooks/queueing.ts'
import { deliveries, outbound, webhooks } from './domains/webhooks/routes.ts'
import { workers, workerTests } from './domains/workers/routes.ts'
import { loadExtensions } from './extensions.ts'
import type { Subscribers } from './platform/db/events.ts'
import { compose, type Domains } from './platform/extension.ts'
import { buildServer } from './platform/http/server.ts'
import type { Platform } from './platform/platform.ts'

/** Everything the API of the core offers, in the order of its documentation. */
const resources = [
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
  services,
  statusPage,
  alerts,
  alertRules,
  auditExports,
  exporting,
  adminSettings,
  backups,
  rateLimiting,
  rateLimitedAccounts,
  mailbox,
  outgoing,
  worker,
  jobs,
  maintenance,
  outbound,
  checking,
  workerTests,
  internalUsers,
  resetLinks,
  internalInvitations,
  internalAccounts,
  logLines,
  reportedAlerts,
]

const channels = { AlertChannel, NotificationChannel, WebhookChannel, ServiceChannel }

const subscribers: Subscribers = { ...told.subscribers, every: [endUnfounded, fanOut] }

let composed: Promise<Domains> | undefined

/** The core and the extensions that the settings name, composed once for the whole process. */
export function openDomains({ POWERNODE_EXTENSIONS: names }: Config): Promise<Domains> {
  composed ??= loadExtensions(names).then((loaded) =>
    compose({ resources, channels, subscribers }, loaded),
  )
  return composed
}

/** The whole application on an open platform: HTTP and `/cable`. */
export async function buildApp(platform: Platform) {
  const app = await buildServer(platform, platform.domains.resources)
  app.server.on('upgrade', platform.cable.upgrade)
  app.addHook('preClose', async () => platform.cable.close())
  return app
}

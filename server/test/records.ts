import { recordWorkerActivity } from '@powernode/modules/background/domains/workers/activity.ts'
import { businessRecords } from '@powernode/modules/business/test/arrange.ts'
import { readCredentials } from '@powernode/modules/identity/domains/users/person.ts'
import { withBusiness } from './routes.ts'
import { rowsOf } from './rows.ts'
import type { TestUser, world } from './world.ts'

export type World = Awaited<ReturnType<typeof world>>

/** One record of each kind that a route can name, in somebody's account. */
export async function records(
  here: World,
  admin: TestUser,
  person: TestUser,
  userId: string,
): Promise<Record<string, string>> {
  const { ctx } = person
  const content = { title: 'T', message: 'M', severity: 'info', category: 'c' } as const
  const notification = await rowsOf(ctx, 'notifications')
    .insert({ user_id: userId, notification_type: 'test', ...content })
    .returning('id')
    .executeTakeFirstOrThrow()
  const entry = await ctx.own('audit_logs').select().select('id').limit(1).executeTakeFirstOrThrow()
  const role = await rowsOf(ctx, 'roles')
    .insert({ name: 'custom', display_name: 'Custom' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await person.post('/users', { name: 'New', email: `new-${person.id}@example.com` })
  const mail = await ctx.own('mails').select().select('id').limit(1).executeTakeFirstOrThrow()
  const session = await rowsOf(ctx, 'sessions')
    .insert({ user_id: userId, expires_at: new Date(Date.now() + 3600_000) })
    .returning('id')
    .executeTakeFirstOrThrow()
  const passkey = await rowsOf(ctx, 'passkeys')
    .insert({ user_id: userId, name: 'Key', credential_id: person.id, public_key: Buffer.of(1) })
    .returning('id')
    .executeTakeFirstOrThrow()
  const invitation = await person.post('/invitations', {
    email: `invited-${person.id}@example.com`,
  })
  const stranger = await here.stranger()
  const delegation = await person.post('/accounts/current/delegations', {
    email: stranger.email,
    permissions: ['users.read'],
  })
  const member = await here.join('member')
  const impersonation = await rowsOf(ctx, 'impersonations')
    .insert({
      user_id: member.id,
      impersonator_id: person.id,
      impersonator_session_id: session.id,
      impersonator_credentials: await readCredentials(ctx, person.id),
      session_id: session.id,
      reason: 'Test',
      expires_at: new Date(Date.now() + 3600_000),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const webhook = await person.post('/webhooks', { url: 'https://example.com/hooks' })
  await person.patch('/accounts/current', { name: 'Announced' })
  const delivery = await ctx
    .own('webhook_deliveries')
    .select()
    .select('id')
    .executeTakeFirstOrThrow()
  const worker = await admin.post('/workers', { name: `worker of ${person.id}`.slice(0, 50) })
  await here.platform.system().transaction((tx) => {
    tx.unaudited('arranges a test')
    return recordWorkerActivity(tx, worker.data.id, 'updated')
  })
  const service = await admin.post('/admin/services', {
    name: `Shop of ${person.id}`,
    kind: 'outside',
    check_type: 'tcp',
    host: 'shop.example.com',
    port: 443,
    failure_threshold: 1,
  })
  const findings = [{ service_id: service.data.id, turn: 1, latency_ms: 9, error: 'Refused' }]
  await here.worker.post('/internal/service_checks/findings', { findings })
  const key = await person.post('/api_keys', { name: 'Key', scopes: ['users.read'] })
  const business = withBusiness ? await businessRecords(here, person) : {}
  const exported = await person.post('/audit_logs/export', { format: 'csv' })
  const alert = await here.worker.post('/alerts', { type: 'guarded' })
  const rule = await here.platform.database
    .selectFrom('alert_rules')
    .select('id')
    .executeTakeFirstOrThrow()
  const job = await ctx.transaction((tx) => tx.enqueue('test_worker', {}))
  return {
    users: person.id,
    alerts: alert.data.id,
    alert_rules: rule.id,
    notifications: notification.id,
    audit_logs: entry.id,
    exports: exported.data.id,
    roles: role.id,
    mails: mail.id,
    jobs: job,
    sessions: session.id,
    impersonations: impersonation.id,
    passkeys: passkey.id,
    invitations: invitation.data.id,
    delegations: delegation.data.id,
    webhooks: webhook.data.id,
    workers: worker.data.id,
    services: service.data.id,
    deliveries: delivery.id,
    api_keys: key.data.id,
    accounts: person.accountId,
    rate_limiting: person.id,
    ...business,
  }
}

import { once } from 'node:events'
import { upload } from '@powernode/modules/files/test/arrange.ts'
import { openSession, signTokens } from '@powernode/modules/identity/domains/sessions/session.ts'
import { issueToken } from '@powernode/modules/identity/domains/users/one_time_tokens.ts'
import { unsubscribeLinks } from '@powernode/modules/messaging/domains/notifications/unsubscribe.ts'
import { Secret, TOTP } from 'otpauth'
import { expect } from 'vitest'
import { WebSocket } from 'ws'
import { authenticator } from './authenticator.ts'
import type { Event } from './credential_lifecycle.ts'
import { rowsOf, unaudited } from './rows.ts'
import { type Client, PASSWORD, type TestResponse, type TestUser, world } from './world.ts'

const NEW_PASSWORD = 'Another-Horse-8-Battery'
export const CHANNEL = JSON.stringify({ channel: 'NotificationChannel' })
export const POLICY = '/admin_settings/security'

type World = Awaited<ReturnType<typeof world>>
export type CredentialScenario = Awaited<ReturnType<typeof arrangeCredentials>>

export function done(answer: TestResponse): TestResponse {
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer
}

const codeOf = (key: string) => new TOTP({ secret: Secret.fromBase32(key) }).generate()

/** Enables two-factor authentication; returns the backup codes. */
async function enrol(user: Client): Promise<string[]> {
  const { data } = done(await user.post('/two_factor/enable'))
  const code = codeOf(data.manual_entry_key)
  return done(await user.post('/two_factor/verify_setup', { code })).data.backup_codes
}

export async function newSession({ as }: World, { ctx, id }: TestUser) {
  const issued = await unaudited(ctx, (tx) => openSession(tx, id))
  const tokens = signTokens(ctx, issued)
  return { ...tokens, client: as(tokens.access_token) }
}

/** A link to a report that is completed. */
async function reportLink({ worker }: World, user: Client): Promise<URL> {
  const { id } = done(await user.post('/reports', { report_type: 'invoices' })).data
  const { turn } = done(await worker.post(`/internal/report_requests/${id}/begin`)).data
  const content = Buffer.from('id\r\n').toString('base64')
  const part = { turn, part: 1, content, row_count: 0, progress: 99 }
  done(await worker.post(`/internal/report_requests/${id}/parts`, part))
  done(await worker.patch(`/reports/requests/${id}`, { status: 'completed', turn }))
  return new URL(done(await user.get(`/reports/requests/${id}`)).data.download_url)
}

async function linksToFile(user: Client) {
  const { id } = done(await upload(user)).data
  const { urls } = done(await user.get(`/files/${id}`)).data
  const { url } = done(await user.post(`/files/${id}/share`, {})).data
  return { fileLink: new URL(urls.signed), shareToken: url.split('/').at(-1) as string }
}

async function openSocket({ app }: World, token: string): Promise<WebSocket> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as { port: number }
  const socket = new WebSocket(`ws://127.0.0.1:${port}/cable?token=${token}`)
  await once(socket, 'message')
  socket.send(JSON.stringify({ command: 'subscribe', identifier: CHANNEL }))
  await once(socket, 'message')
  return socket
}

let otherOwner: Promise<TestUser> | undefined

let platformAdmin: Promise<TestUser> | undefined

/** An administrator in an account that no event affects. */
function outside(): Promise<TestUser> {
  platformAdmin ??= world().then((elsewhere) => elsewhere.join('owner', 'admin'))
  return platformAdmin
}

/** A user with one credential of each kind, each used once so that all caches are filled. */
export async function arrangeCredentials(event: Event) {
  const here = await world()
  const { owner: user, join, stranger, visitor, as, platform, mailedToken } = here
  otherOwner ??= stranger()
  const [admin, creator, other] = [
    await join('owner', 'admin'),
    await join('owner', 'admin'),
    await otherOwner,
  ]
  const roles = await admin.get('/roles?per_page=100')
  const adminRole = roles.data.find(({ name }: { name: string }) => name === 'admin')
  done(await admin.post(`/users/${user.id}/roles/${adminRole.id}`))
  const without = event === 'two_factor_enabled' || event === 'two_factor_required'
  let backupCodes = without ? [] : await enrol(user)
  let login = { email: user.email, password: PASSWORD }

  done(await visitor.post('/auth/forgot-password', { email: user.email }))
  const resetToken = await mailedToken(user.email)
  const issue = (purpose: 'verify_email' | 'two_factor') =>
    unaudited(user.ctx, (tx) => issueToken(tx, user, purpose))
  const confirmToken = await issue('verify_email')

  const startSignIn = async (who: TestUser) =>
    done(await visitor.post('/auth/login', { email: who.email, password: PASSWORD })).data
      .verification_token
  let pendingToken: string
  if (event === 'two_factor_enabled') pendingToken = await issue('two_factor')
  else if (event === 'two_factor_required') {
    const twin = await stranger()
    backupCodes = await enrol(twin)
    login = { email: twin.email, password: PASSWORD }
    pendingToken = await startSignIn(twin)
  } else pendingToken = await startSignIn(user)

  const session = await newSession(here, user)
  const grantor = done(
    await other.post('/users', {
      name: 'Grantor',
      email: `grantor-${user.id}@example.com`,
      roles: ['owner'],
    }),
  ).data.id
  const delegation = await other.post('/accounts/current/delegations', {
    email: user.email,
    permissions: ['users.read'],
  })
  await rowsOf(other.ctx, 'delegations')
    .update({ delegated_by_id: grantor })
    .where('id', '=', done(delegation).data.id)
    .execute()
  const switched = done(
    await (await newSession(here, user)).client.post('/accounts/switch', {
      account_id: other.accountId,
    }),
  )

  const impersonate = async (by: Client, of: TestUser, path: string) =>
    as(done(await by.post(path, { user_id: of.id, reason: 'Lives' })).data.token)
  const impersonating = await impersonate(
    session.client,
    other,
    `/impersonations?account_id=${other.accountId}`,
  )
  const impersonated = await impersonate(creator, user, '/impersonations')

  const guest = `guest-${user.id}@example.com`
  done(await creator.post('/invitations', { email: guest, name: 'Guest', roles: ['member'] }))
  const key = await here.keyOf({ ...user, ...session.client }, ['users.read'])
  const replaced = await here.keyOf({ ...user, ...session.client }, ['users.read'])
  const overlap = { grace_period_seconds: 3600 }
  done(await session.client.post(`/api_keys/${replaced.id}/regenerate`, overlap))
  const passkey = authenticator()
  const { challenge } = done(await user.post('/passkeys/options')).data
  done(await user.post('/passkeys', { name: 'Laptop', response: passkey.made(challenge) }))
  const asked = done(
    await session.client.post('/audit_logs/export', { filters: { action: 'role.created' } }),
  )
  done(await here.worker.post(`/internal/audit_exports/${asked.data.id}/parts`, { part: 1 }))
  const file = done(await session.client.get(`/audit_logs/exports/${asked.data.id}`)).data
  const report = await reportLink(here, session.client)
  const unsubscribe = unsubscribeLinks(platform.system(), user, 'alert_triggered').one_click_url
  const page = done(await session.client.post('/admin/pages', { title: 'Draft', content: 'Draft' }))
  const preview = done(await session.client.post(`/admin/pages/${page.data.id}/preview`)).data
  const links = await linksToFile(session.client)
  const worker = done(await admin.post('/workers', { name: `lives ${user.id}` })).data

  const scenario = {
    ...{
      here,
      user,
      admin,
      creator,
      other,
      grantor,
      session,
      worker,
      resetToken,
      backupCodes,
      pendingToken,
    },
    ...{ confirmToken, impersonating, impersonated, key, guest: await mailedToken(guest) },
    ...{ replaced, passkey, login, delegation: delegation.data.id as string },
    switched: as(switched.data.access_token),
    download: new URL(file.download_url),
    report,
    unsubscribe: new URL(unsubscribe),
    preview: new URL(preview.url),
    ...links,
    outsider: await outside(),
    socket: await openSocket(here, session.access_token),
  }
  for (const client of [session.client, scenario.switched, impersonating, impersonated]) {
    done(await client.get('/auth/me'))
  }
  for (const one of [key, replaced]) done(await one.get('/users'))
  done(await as(worker.token).get(`/internal/users/${admin.id}`))
  return scenario
}

/** Triggers each event through the API. */
export const triggerEvent: Record<Event, (scenario: CredentialScenario) => Promise<void>> = {
  async password_changed({ user, login }) {
    login.password = NEW_PASSWORD
    const body = { password: NEW_PASSWORD, current_password: PASSWORD }
    done(await user.patch(`/users/${user.id}`, body))
  },
  async password_reset({ here, resetToken, login }) {
    login.password = NEW_PASSWORD
    const body = { token: resetToken, password: NEW_PASSWORD }
    done(await here.visitor.post('/auth/reset-password', body))
  },
  async address_changed({ user, login }) {
    login.email = `moved-${user.email}`
    const body = { email: `moved-${user.email}`, current_password: PASSWORD }
    done(await user.patch(`/users/${user.id}`, body))
  },
  async roles_changed({ admin, user }) {
    done(await admin.patch(`/users/${user.id}`, { roles: ['member'] }))
  },
  async two_factor_enabled(scenario) {
    scenario.backupCodes = await enrol(scenario.user)
  },
  async two_factor_disabled({ here, user }) {
    const reply = await here.app.inject({
      method: 'DELETE',
      url: '/api/v1/two_factor/disable',
      headers: { authorization: `Bearer ${user.accessToken}` },
      payload: { password: PASSWORD },
    })
    expect(reply.statusCode).toBe(200)
  },
  async two_factor_required({ admin }) {
    await enrol(admin)
    done(await admin.put(POLICY, { require_two_factor_for_admins: true }))
  },
  async signed_out({ session, switched }) {
    done(await session.client.post('/auth/logout'))
    done(await switched.post('/auth/logout'))
  },
  async signed_out_everywhere({ user }) {
    done(await user.delete('/sessions'))
  },
  async user_suspended({ admin, user }) {
    done(await admin.put(`/users/${user.id}/suspend`, {}))
  },
  async user_deleted({ admin, user }) {
    done(await admin.delete(`/users/${user.id}`))
  },
  async creator_deleted({ admin, creator, other, grantor }) {
    done(await admin.delete(`/users/${creator.id}`))
    done(await other.delete(`/users/${grantor}`))
  },
  async account_suspended({ user, outsider }) {
    const account_id = user.accountId
    done(await outsider.post('/admin_settings/suspend_account', { account_id }))
  },
  async account_deleted({ here, user }) {
    // No route does this yet; a future one must do the same.
    await here.platform.system().transaction(async (tx) => {
      tx.unaudited('arranges a test')
      await tx.db.deleteFrom('accounts').where('id', '=', user.accountId).execute()
      await tx.forget({ account: user.accountId })
    })
  },
  async delegation_revoked({ other, delegation }) {
    done(await other.patch(`/accounts/current/delegations/${delegation}/revoke`))
  },
  async delegation_expired({ here, other, switched, delegation }) {
    const expires_at = new Date(Date.now() + 5000)
    done(await other.patch(`/accounts/current/delegations/${delegation}`, { expires_at }))
    done(await switched.get('/users'))
    here.travel(0.1)
  },
  async impersonation_stopped({ session, creator }) {
    for (const client of [session.client, creator]) done(await client.delete('/impersonations'))
  },
  async worker_rotated({ admin, worker }) {
    done(await admin.post(`/workers/${worker.id}/regenerate_token`, {}))
  },
  async worker_suspended({ admin, worker }) {
    done(await admin.post(`/workers/${worker.id}/suspend`, {}))
  },
}

/** Undoes reversible events, to distinguish ended from paused credentials. */
export const undoEvent: Partial<typeof triggerEvent> = {
  async roles_changed({ admin, user }) {
    done(await admin.patch(`/users/${user.id}`, { roles: ['owner', 'admin'] }))
  },
  async user_suspended({ admin, user }) {
    done(await admin.put(`/users/${user.id}/activate`))
  },
  async account_suspended({ user, outsider }) {
    const account_id = user.accountId
    done(await outsider.post('/admin_settings/activate_account', { account_id }))
  },
  async worker_suspended({ admin, worker }) {
    done(await admin.post(`/workers/${worker.id}/activate`, {}))
  },
}

import {
  type NotificationKind,
  notificationKindNames,
} from '@powernode/server/platform/notifications.ts'
import { unaudited } from '@powernode/server/test/rows.ts'
import { isTest, sources } from '@powernode/server/test/sources.ts'
import { confirmed, type TestUser, world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { alwaysOnReason, type DeliveryChannel, kindOf } from './kinds.ts'
import { notifyUsers } from './notification.ts'

const rest = { title: 'Hello', message: 'World', severity: 'info', category: 'test' } as const

const notify = (person: TestUser, ids: string[], notification_type: string) =>
  unaudited(person.ctx, (tx) =>
    notifyUsers(tx, ids, { ...rest, notification_type, action_url: '/users' }),
  )

const choose = (person: TestUser, kind: string, channel: DeliveryChannel, enabled: boolean) =>
  person.patch('/notifications/preferences', { preferences: [{ kind, channel, enabled }] })

/** How often a user was notified of a kind, in the app and by email. */
async function notified(
  { mailsTo }: Awaited<ReturnType<typeof world>>,
  user: TestUser,
  kind: string,
) {
  const rows = await user.ctx
    .own('notifications')
    .select()
    .select('id')
    .where('user_id', '=', user.id)
    .where('notification_type', '=', kind)
    .execute()
  const mails = (await mailsTo(user.email)).filter(({ template }) => template === 'notification')
  return { in_app: rows.length, mail: mails.length }
}

test('every kind in the code appears in the preferences', () => {
  const files = sources.filter(({ path }) => path.startsWith('modules/') && !isTest(path))
  const named = files.flatMap(({ text }) => [...text.matchAll(/notification_type: '(\w+)'/g)])
  expect(named.length).toBeGreaterThan(5)
  for (const [, name] of named) expect(notificationKindNames).toContain(name)
})

/** Expected channels: fixed kinds are always shown in the app, and their emails are sent separately. */
const expected = (kind: NotificationKind, requested: (channel: DeliveryChannel) => boolean) => ({
  in_app: Number(alwaysOnReason(kind, 'in_app') ? true : requested('in_app')),
  mail: Number(alwaysOnReason(kind, 'mail') ? false : requested('mail')),
})

test.for(notificationKindNames)(
  '%s comes by the ways a person chose, and by its defaults until then',
  async (kind) => {
    const here = await world()
    const { owner, member } = here
    const chooser = await member()
    await confirmed(chooser)
    const usual = kindOf(kind)
    for (const channel of ['in_app', 'mail'] as const) {
      const { status } = await choose(chooser, kind, channel, !usual[channel])
      expect(status).toBe(alwaysOnReason(kind, channel) ? 422 : 200)
    }
    await notify(owner, [owner.id, chooser.id], kind)
    expect(await notified(here, chooser, kind)).toEqual(
      expected(kind, (channel) => !usual[channel]),
    )
    expect(await notified(here, owner, kind)).toEqual(expected(kind, (channel) => usual[channel]))
  },
)

test('emails go only to confirmed addresses of active users', async () => {
  const here = await world()
  const { owner, member } = here
  const [unconfirmed, suspended] = [await member(), await member()]
  await confirmed(suspended)
  expect((await owner.put(`/users/${suspended.id}/suspend`, {})).status).toBe(200)
  await notify(owner, [unconfirmed.id, suspended.id], 'user_locked')
  for (const person of [unconfirmed, suspended]) {
    expect((await notified(here, person, 'user_locked')).mail).toBe(0)
  }
})

test('a type chosen by a worker is an announcement and can be disabled', async () => {
  const here = await world()
  const { owner } = here
  await choose(owner, 'announcement', 'in_app', false)
  await notify(owner, [owner.id], 'report_ready')
  expect(await notified(here, owner, 'report_ready')).toEqual({ in_app: 0, mail: 0 })
})

test('the list shows the preference, the default, and why some channels cannot be changed', async () => {
  const { owner } = await world()
  const response = await choose(owner, 'user_joined', 'mail', true)
  const listed = (await owner.get('/notifications/preferences')).data
  expect(response.data).toEqual(listed)
  const byKind = Object.fromEntries(listed.map((row: { kind: string }) => [row.kind, row]))
  expect(byKind.user_joined.mail).toEqual({ enabled: true, default: false, fixed_because: null })
  expect(byKind.password_changed.in_app).toMatchObject({ enabled: true, fixed_because: /always/ })
  const { permissions } = (await owner.get('/auth/me')).data.user
  const isForOwner = (kind: NotificationKind) =>
    [undefined, ...permissions].includes(kindOf(kind).needs)
  expect(Object.keys(byKind)).toEqual(notificationKindNames.filter(isForOwner))
})

test('an invalid request is refused as a whole and stores nothing', async () => {
  const { owner } = await world()
  const good = { kind: 'user_joined', channel: 'mail', enabled: true }
  for (const preferences of [
    [good, { kind: 'nonsense', channel: 'mail', enabled: true }],
    [good, { kind: 'user_locked', channel: 'in_app', enabled: false }],
    [{ ...good, extra: 1 }],
    [],
  ]) {
    expect((await owner.patch('/notifications/preferences', { preferences })).status).toBe(422)
  }
  const { data } = await owner.get('/notifications/preferences')
  expect(data.find((row: { kind: string }) => row.kind === 'user_joined').mail.enabled).toBe(false)
})

test('concurrent changes are both stored, and of duplicates the last one applies', async () => {
  const { owner } = await world()
  const change = (channel: string, enabled: boolean) => ({ kind: 'user_joined', channel, enabled })
  const both = [change('mail', true), change('mail', false)]
  const responses = await Promise.all([
    owner.patch('/notifications/preferences', { preferences: [change('in_app', false)] }),
    owner.patch('/notifications/preferences', { preferences: both }),
  ])
  expect(responses.map(({ status }) => status)).toEqual([200, 200])
  const { data } = await owner.get('/notifications/preferences')
  const row = data.find(({ kind }: { kind: string }) => kind === 'user_joined')
  expect([row.in_app.enabled, row.mail.enabled]).toEqual([false, false])
})

test('preferences belong to each user and cannot be changed while impersonating', async () => {
  const { owner, member, as } = await world()
  const colleague = await member()
  await choose(owner, 'user_joined', 'mail', true)
  const impersonated = { user_id: colleague.id, reason: 'Helping' }
  const { data } = await owner.post('/impersonations', impersonated)
  const change = { preferences: [{ kind: 'user_joined', channel: 'mail', enabled: true }] }
  expect((await as(data.token).patch('/notifications/preferences', change)).code).toBe(
    'impersonation_restricted',
  )
  const theirs = (await colleague.get('/notifications/preferences')).data
  expect(theirs.find((row: { kind: string }) => row.kind === 'user_joined').mail.enabled).toBe(
    false,
  )
})

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

/** The one-click link of an email of a kind that was sent to a user. */
async function mailed(here: Awaited<ReturnType<typeof world>>, user: TestUser, kind: string) {
  await notify(user, [user.id], kind)
  const [mail] = await here.mailsTo(user.email)
  const url = new URL(mail?.variables.one_click_url ?? '')
  return { url, path: `${url.pathname}${url.search}`, variables: mail?.variables ?? {} }
}

test('the link in an email ends only emails of its kind, without a sign-in', async () => {
  const here = await world()
  const { app } = here
  const owner = await here.join('admin')
  await confirmed(owner)
  const { path } = await mailed(here, owner, 'alert_triggered')
  const before = (await owner.get('/notifications/preferences')).data
  for (const [headers, payload] of [
    [FORM, 'List-Unsubscribe=One-Click'],
    [{ 'content-type': 'multipart/form-data; boundary=x' }, '--x--'],
    [{}, undefined],
  ] as const) {
    const reply = await app.inject({
      method: 'POST',
      url: path,
      headers,
      ...(payload && { payload }),
    })
    expect([reply.statusCode, reply.json().data]).toEqual([
      200,
      { kind: 'alert_triggered', label: 'An alert was triggered' },
    ])
  }
  const after = (await owner.get('/notifications/preferences')).data
  const changed = after.filter((row: object, index: number) => {
    return JSON.stringify(row) !== JSON.stringify(before[index])
  })
  expect(changed).toHaveLength(1)
  expect(changed[0]).toMatchObject({
    kind: 'alert_triggered',
    mail: { enabled: false },
    in_app: { enabled: true },
  })
  const token = new URLSearchParams(path.split('?')[1]).get('token') ?? ''
  expect((await here.as(token).get('/notifications')).status).toBe(401)
  expect((await app.inject({ method: 'GET', url: path })).statusCode).toBe(405)
})

test('a link that was altered, or is for another kind or user, does nothing', async () => {
  const here = await world()
  const { member, visitor } = here
  const [owner, other] = [await here.join('admin'), await member()]
  await confirmed(owner)
  const { url } = await mailed(here, owner, 'alert_triggered')
  const [id = '', kind = '', signature = ''] = url.searchParams.get('token')?.split('.') ?? []
  for (const token of [
    `${other.id}.${kind}.${signature}`,
    `${id}.alert_resolved.${signature}`,
    `${id}.${kind}.${signature.slice(1)}x`,
    `${id}.${kind}.${signature}.x`,
    `${id}.${kind}.${signature}=`,
    `${id}.${kind}`,
    'x',
  ]) {
    const response = await visitor.post(`/notifications/unsubscribe?token=${token}`)
    expect([response.status, response.code]).toEqual([422, 'token_invalid'])
  }
  expect((await visitor.post('/notifications/unsubscribe')).code).toBe('token_invalid')
  const { data } = await owner.get('/notifications/preferences')
  const row = data.find(({ kind }: { kind: string }) => kind === 'alert_triggered')
  expect(row.mail.enabled).toBe(true)
})

test('workers get the one-click link only with such emails', async () => {
  const here = await world()
  const { owner, worker, platform } = here
  const { url } = await mailed(here, owner, 'alert_triggered')
  await owner.post('/users', { name: 'New', email: `new-${owner.id}@example.com` })
  const rows = await platform.database
    .selectFrom('mails')
    .select(['id', 'template'])
    .where('account_id', '=', owner.accountId)
    .execute()
  const links = await Promise.all(
    rows.map(async ({ id, template }) => {
      const { data } = await worker.get(`/internal/mails/${id}`)
      return [template, data.one_click_url]
    }),
  )
  expect(links).toContainEqual(['notification', url.href])
  expect(links).toContainEqual(['set_password', null])
})

import { hashPassword } from '@powernode/server/platform/crypto/passwords.ts'
import { rowsOf, unaudited } from '@powernode/server/test/rows.ts'
import { PASSWORD, type TestUser, world } from '@powernode/server/test/world.ts'
import { sql } from 'kysely'
import { describe, expect, test, vi } from 'vitest'

type World = Awaited<ReturnType<typeof world>>
type Changes = Parameters<ReturnType<typeof rowsOf<'users'>>['update']>[0]

const WRONG = 'Wrong-Horse-7-Battery'
const times = <T>(count: number, make: () => Promise<T>) =>
  Promise.all(Array.from({ length: count }, make))

/** An owner who has signed in with this device before. */
async function known() {
  const here = await world()
  const login = (password = PASSWORD) =>
    here.visitor.post('/auth/login', { email: here.owner.email, password })
  expect((await login()).status).toBe(200)
  return { ...here, login }
}

/** The rows that a sign-in of the owner writes. */
async function recorded({ ctx, id }: TestUser) {
  const [sessions, entries, events] = await Promise.all([
    ctx.own('sessions').select().select('id').where('user_id', '=', id).execute(),
    ctx.own('audit_logs').select().select('id').where('action', '=', 'user.login').execute(),
    ctx.own('events').select().select('id').where('type', '=', 'user.login').execute(),
  ])
  return [sessions.length, entries.length, events.length]
}

/** Runs `start` while the owner's row is locked, and changes the row once a statement waits for it. */
async function changeMeanwhile<T>({ owner }: World, changes: Changes, start: () => Promise<T>) {
  let started: Promise<T> | undefined
  await unaudited(owner.ctx, async (tx) => {
    const person = tx.own('users').update(changes).where('id', '=', owner.id)
    await person.execute()
    started = start()
    await vi.waitFor(() => expectWaiting(owner), { timeout: 20_000 })
  })
  return started as Promise<T>
}

async function expectWaiting({ ctx }: TestUser) {
  const { rows } = await sql`select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%"users"%'`.execute(
    ctx.platform.database,
  )
  expect(rows).not.toEqual([])
}

describe('a sign-in with the correct password', () => {
  const changed: [string, Changes, string][] = [
    ['the user is suspended', { status: 'suspended' }, 'user_inactive'],
    ['the password is removed', { password_digest: null }, 'invalid_credentials'],
    [
      'the user is locked',
      { locked_until: new Date('2100-01-01'), lock_count: 1 },
      'account_locked',
    ],
  ]

  test.each(changed)('is refused if %s after the hash', async (_, changes, code) => {
    const here = await known()
    const before = await recorded(here.owner)
    const reply = await changeMeanwhile(here, changes, () => here.login())
    expect(reply.code).toBe(code)
    expect(await recorded(here.owner)).toEqual(before)
  })

  test('asks for a code if two-factor authentication is enabled after the hash', async () => {
    const here = await known()
    const before = await recorded(here.owner)
    const reply = await changeMeanwhile(here, { two_factor_enabled: true }, () => here.login())
    expect(reply.data).toEqual({ requires_2fa: true, verification_token: expect.any(String) })
    expect(await recorded(here.owner)).toEqual(before)
  })

  test('succeeds after a wrong one that was counted after the hash, and resets the count', async () => {
    const here = await known()
    const reply = await changeMeanwhile(here, { failed_login_attempts: 4 }, () => here.login())
    expect(reply.status).toBe(200)
    const { data } = await here.owner.get(`/users/${here.owner.id}`)
    expect(data).toMatchObject({ failed_login_attempts: 0, locked: false })
  })

  test('is refused if the user is deleted after the hash', async () => {
    const { owner, member: addMember, visitor } = await known()
    const member = await addMember()
    const password_digest = await hashPassword(PASSWORD)
    await rowsOf(owner.ctx, 'users')
      .update({ password_digest })
      .where('id', '=', member.id)
      .execute()
    const login = () => visitor.post('/auth/login', { email: member.email, password: PASSWORD })
    expect((await login()).status).toBe(200)
    let started: ReturnType<typeof login> | undefined
    await unaudited(owner.ctx, async (tx) => {
      await tx.own('users').delete().where('id', '=', member.id).execute()
      started = login()
      await vi.waitFor(() => expectWaiting(owner), { timeout: 20_000 })
    })
    expect((await started)?.code).toBe('invalid_credentials')
  })

  test('and a wrong one at the same time take turns: the lock refuses all that follow', async () => {
    const { owner, login } = await known()
    await rowsOf(owner.ctx, 'users')
      .update({ failed_login_attempts: 4 })
      .where('id', '=', owner.id)
      .execute()
    const [right, wrong] = await Promise.all([login(), login(WRONG)])
    const { data } = await owner.get(`/users/${owner.id}`)
    const outcome = [right.code, wrong.code, data.failed_login_attempts, data.locked]
    expect([
      [undefined, 'invalid_credentials', 1, false],
      ['account_locked', 'account_locked', 5, true],
    ]).toContainEqual(outcome)
  })
})

test('sign-ins of one user at once each have a session, an audit row and an event', async () => {
  const { owner, login } = await known()
  const before = await recorded(owner)
  const replies = await times(12, () => login())
  expect(replies.map(({ status }) => status)).toEqual(Array(12).fill(200))
  expect(new Set(replies.map(({ data }) => data.access_token)).size).toBe(12)
  expect(await recorded(owner)).toEqual(before.map((count) => count + 12))
  const { data } = await owner.get(`/users/${owner.id}`)
  expect(
    data.last_login_at >= replies.map((reply) => reply.data.user.last_login_at).sort()[0],
  ).toBe(true)
})

test('sign-ins at once with a new user agent send one email', async () => {
  const { owner, visitor, mailsTo } = await known()
  await times(6, () =>
    visitor.post(
      '/auth/login',
      { email: owner.email, password: PASSWORD },
      { 'user-agent': 'New/1' },
    ),
  )
  const mails = (await mailsTo(owner.email)).filter(({ variables }) => variables.device === 'New/1')
  expect(mails.map(({ template }) => template)).toEqual(['new_device'])
})

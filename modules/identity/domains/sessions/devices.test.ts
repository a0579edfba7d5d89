import { PASSWORD, world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'

test('sessions are listed with their device, and can be ended one by one or all others together', async () => {
  const { owner, visitor, as } = await world()
  const login = async (agent: string) => {
    const { data } = await visitor.post(
      '/auth/login',
      { email: owner.email, password: PASSWORD },
      { 'user-agent': agent },
    )
    return as(data.access_token)
  }
  const laptop = await login(FIREFOX)
  const phone = await login(SAFARI)
  const { data } = await laptop.get('/sessions')
  expect(data).toHaveLength(3)
  const mine = data.find((one: { current: boolean }) => one.current)
  expect(mine).toMatchObject({ device: 'Firefox on Linux', ip_address: '127.0.0.1' })
  const theirs = data.find((one: { device: string }) => one.device === 'Safari on iOS')
  expect((await laptop.delete(`/sessions/${theirs.id}`)).status).toBe(200)
  expect((await phone.get('/auth/me')).code).toBe('token_revoked')
  expect((await laptop.delete(`/sessions/${theirs.id}`)).status).toBe(404)
  expect((await laptop.delete('/sessions')).status).toBe(200)
  expect((await owner.get('/auth/me')).code).toBe('token_revoked')
  expect((await laptop.get('/sessions')).data).toHaveLength(1)
})

test('a colleague’s session cannot be ended', async () => {
  const { owner, join } = await world()
  const colleague = await join('owner')
  const [{ id }] = (await owner.get('/sessions')).data
  expect((await colleague.delete(`/sessions/${id}`)).status).toBe(404)
  expect((await owner.get('/auth/me')).status).toBe(200)
})

test('the first sign-in with a new user agent sends an email, the next does not', async () => {
  const { owner, visitor, mailsTo } = await world()
  const login = (agent: string) =>
    visitor.post('/auth/login', { email: owner.email, password: PASSWORD }, { 'user-agent': agent })
  for (const agent of [FIREFOX, FIREFOX, SAFARI, FIREFOX]) await login(agent)
  const mails = (await mailsTo(owner.email)).filter((mail) => mail.template === 'new_device')
  expect(mails.map((mail) => mail.variables.device)).toEqual(['Safari on iOS', 'Firefox on Linux'])
})

test('the first sign-in of a user sends no email', async () => {
  const { owner, visitor, mailedToken, mailsTo } = await world()
  const email = `first-${owner.id}@example.com`
  await owner.post('/users', { name: 'Grace', email })
  await visitor.post('/auth/reset-password', {
    token: await mailedToken(email),
    password: PASSWORD,
  })
  await visitor.post('/auth/login', { email, password: PASSWORD })
  expect((await mailsTo(email)).map((mail) => mail.template)).toEqual(['set_password'])
})

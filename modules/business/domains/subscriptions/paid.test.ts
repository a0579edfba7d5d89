import { randomUUID } from 'node:crypto'
import { unaudited } from '@powernode/server/test/rows.ts'
import { PASSWORD, world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'

test('an account with a payment method survives an unconfirmed address: only the account’s creator loses access', async () => {
  const { visitor, platform, mailedToken } = await world()
  const email = `grace-${randomUUID()}@example.com`
  const register = (account_name: string) =>
    visitor.post('/auth/register', { name: 'Grace', email, password: PASSWORD, account_name })
  const { user } = (await register('Paying')).data
  const ctx = platform.system().inAccount(user.account.id)
  const card = { gateway: 'stripe', external_id: `pm_${user.id}`, payment_type: 'card' } as const
  await unaudited(ctx, (tx) => tx.own('payment_methods').insert(card).execute())
  await register('Mine')
  const token = await mailedToken(email)
  expect((await visitor.post('/auth/verify-email', { token })).status).toBe(200)
  const users = await ctx.own('users').select().select('email').execute()
  expect(users).toEqual([{ email: `${user.id}@released.invalid` }])
})

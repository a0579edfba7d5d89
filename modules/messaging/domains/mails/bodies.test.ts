import { world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { readMail } from './mail.ts'
import { resendMail } from './resend.ts'

const DAY = 24 * 60

test('the contents of a failed email are deleted after 30 days, the email after 400', async () => {
  const here = await world()
  const { worker, visitor, owner, travel } = here
  // Sessions are shorter than the retention, so later calls are made in this context.
  const { ctx } = await here.join('owner', 'admin')
  await visitor.post('/auth/forgot-password', { email: owner.email })
  await here.mailedToken(owner.email)
  const id = await idOfMailTo(here, owner.email)
  await worker.patch(`/internal/mails/${id}`, { status: 'failed', turn: 1, error: 'refused' })

  travel(29 * DAY)
  await worker.post('/internal/maintenance/clean_up')
  expect((await readMail(ctx, id)).text).toContain('password')

  travel(2 * DAY)
  const { data } = await worker.post('/internal/maintenance/clean_up')
  expect(data.mail_bodies).toBeGreaterThan(0)
  expect(await readMail(ctx, id)).toMatchObject({
    to_address: owner.email,
    status: 'failed',
    text: 'The contents of this email are no longer stored.',
  })
  await expect(resendMail(ctx, id)).rejects.toMatchObject({ code: 'invalid_transition' })
  expect((await worker.post('/internal/maintenance/clean_up')).data.mail_bodies).toBe(0)

  travel(370 * DAY)
  await worker.post('/internal/maintenance/clean_up')
  expect(await idOfMailTo(here, owner.email)).toBeUndefined()
})

test('the contents of an email that waits to be sent are kept', async () => {
  const here = await world()
  const { worker, visitor, owner, travel } = here
  const { ctx } = await here.join('owner', 'admin')
  await visitor.post('/auth/forgot-password', { email: owner.email })
  await here.mailedToken(owner.email)
  travel(60 * DAY)
  await worker.post('/internal/maintenance/clean_up')
  const mail = await readMail(ctx, await idOfMailTo(here, owner.email))
  expect(mail).toMatchObject({ status: 'queued', text: expect.stringContaining('password') })
})

async function idOfMailTo({ platform }: Awaited<ReturnType<typeof world>>, address: string) {
  const mail = await platform.database
    .selectFrom('mails')
    .select('id')
    .where('to_address', '=', address)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return mail?.id as string
}

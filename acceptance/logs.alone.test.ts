import { afterAll, beforeAll, expect, test } from 'vitest'
import { startInstallation } from './installation.ts'
import { freshEmail, PASSWORD } from './people.ts'
import { until } from './until.ts'
import type { Installation } from './up.ts'

let installation: Installation

beforeAll(async () => {
  installation = await startInstallation({ LOG_LEVEL: 'debug' })
})

afterAll(() => installation.stop())

test('the log contains the id of every request and no secrets', async () => {
  const { call, mailTo } = installation
  const email = freshEmail()
  const body = { name: 'Ada', email, password: PASSWORD, account_name: 'Logs' }
  const { data } = (await call('POST', '/api/v1/auth/register', { body })).body as {
    data: { access_token: string; refresh_token: string }
  }
  const link = /token=(\S+)/.exec((await mailTo(email)).text)?.[1] ?? ''
  await call('POST', '/api/v1/auth/verify-email', { body: { token: link } })
  await call('POST', '/api/v1/auth/refresh', { body: { refresh_token: data.refresh_token } })
  await call('POST', '/api/v1/auth/login', { body: { email, password: 'Wrong-Horse-7-Battery' } })
  await call('GET', `/cable?token=${data.access_token}`)
  await call('GET', '/api/v1/invitations/a-token-in-the-path')
  const headers = { 'x-request-id': 'the-last-request' }
  await call('GET', '/api/v1/auth/me?secret=in-the-query', { token: data.access_token, headers })

  const log = () => installation.up.output.stdout + installation.up.output.stderr
  await until(() => log().includes('the-last-request'), 'the log was written')
  const secrets = [PASSWORD, 'Wrong-Horse-7-Battery', link, data.access_token, data.refresh_token]
  for (const secret of [...secrets, 'in-the-query', 'a-token-in-the-path']) {
    expect(secret.length).toBeGreaterThan(8)
    expect(log()).not.toContain(secret)
  }
})

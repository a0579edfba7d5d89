import { expect, test } from 'vitest'
import { startInstallation } from './installation.ts'
import { PASSWORD } from './people.ts'
import { ADMIN_EMAIL } from './up.ts'

test('a PUBLIC_URL with https makes the cookie secure', async () => {
  const installation = await startInstallation({ PUBLIC_URL: 'https://powernode.example.com' })
  try {
    const body = { email: ADMIN_EMAIL, password: PASSWORD }
    const { headers } = await installation.call('POST', '/api/v1/auth/login', { body })
    expect(headers.get('set-cookie')).toContain('; Secure')
    expect(headers.get('strict-transport-security')).toBeTruthy()
  } finally {
    await installation.stop()
  }
})

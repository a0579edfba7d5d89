import { randomBytes } from 'node:crypto'
import { type Api, dataOf, typedClient } from './client.ts'

export const PASSWORD = 'Correct-Horse-7-Battery'

/** A signed-in user. */
export interface TestUser {
  id: string
  name: string
  email: string
  accountId: string
  token: string
  refreshToken: string
  permissions: string[]
  /** API client with the user's access token. */
  api: Api
}

export function freshEmail(prefix = 'someone'): string {
  return `${prefix}-${randomBytes(6).toString('hex')}@example.com`
}

/** Registers a new account and returns its owner. */
export async function register(
  url: string,
  name = 'Ada Lovelace',
  account_name = 'Analytical Engines',
): Promise<TestUser> {
  const body = { name, email: freshEmail('owner'), password: PASSWORD, account_name }
  return testUser(url, dataOf(await typedClient(url).POST('/api/v1/auth/register', { body })))
}

export async function signIn(url: string, email: string, password = PASSWORD): Promise<TestUser> {
  const body = { email, password }
  const result = dataOf(await typedClient(url).POST('/api/v1/auth/login', { body }))
  if ('requires_2fa' in result) throw new Error(`${email} has a second factor`)
  return testUser(url, result)
}

/** Adds a user with a password to `owner`'s account and signs in. */
export async function createColleague(
  url: string,
  owner: TestUser,
  roles = ['member'],
): Promise<TestUser> {
  const body = { name: 'Grace Hopper', email: freshEmail(roles[0]), roles, password: PASSWORD }
  const { email } = dataOf(await owner.api.POST('/api/v1/users', { body }))
  return signIn(url, email)
}

interface SignedIn {
  user: { id: string; name: string; email: string; permissions: string[]; account: { id: string } }
  access_token: string
  refresh_token: string
}

function testUser(url: string, { user, access_token, refresh_token }: SignedIn): TestUser {
  const { id, name, email, permissions, account } = user
  return {
    id,
    name,
    email,
    permissions,
    accountId: account.id,
    token: access_token,
    refreshToken: refresh_token,
    api: typedClient(url, access_token),
  }
}

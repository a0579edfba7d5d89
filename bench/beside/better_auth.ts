import { hashPassword } from '../../server/platform/crypto/passwords.ts'
import type { BenchProcess } from '../children.ts'
import { startPeer } from './peers.ts'

const PASSWORD = 'Bench-Horse-7-Battery'

export interface BetterAuth extends Pick<BenchProcess<never>, 'stop'> {
  url: string
  signUp(email: string): Promise<void>
  /** Returns the cookies of the session. */
  signIn(email: string): Promise<string>
}

/** Starts it with our parameters of argon2id. */
export async function startBetterAuth(
  databaseUrl: string,
  { cookieCache }: { cookieCache: boolean },
): Promise<BetterAuth> {
  const [, memoryCost, timeCost, parallelism] = (
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(await hashPassword(PASSWORD)) ?? []
  ).map(Number)
  const argon2 = { memoryCost, timeCost, parallelism }
  const input = { databaseUrl, argon2, cookieCache }
  const { ready, stop } = await startPeer<{ url: string }>('better_auth.mjs', input)
  const post = async (path: string, body: { email: string; password: string; name?: string }) => {
    const response = await fetch(`${ready.url}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: ready.url },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`POST ${path} returned ${response.status}`)
    const { user } = (await response.json()) as { user?: { email: string } }
    if (user?.email !== body.email) throw new Error(`POST ${path} returned another user`)
    return response.headers.getSetCookie()
  }
  return {
    url: ready.url,
    stop,
    async signUp(email) {
      await post('sign-up/email', { email, name: email, password: PASSWORD })
    },
    async signIn(email) {
      const cookies = await post('sign-in/email', { email, password: PASSWORD })
      return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
    },
  }
}

import { requestsPerSecond } from '../children.ts'
import { withDatabase } from '../databases.ts'
import type { Installation } from '../installation.ts'
import { type Measurement, measureInTurn } from '../measurement.ts'
import { startBetterAuth } from './better_auth.ts'

const ROUNDS = 5
const SECONDS = 4
const WARM_UP_SECONDS = 3

/** Who am I with one session, beside better-auth: reading its session from the database, and from a signed cookie. */
export function me({ url, databaseUrl, email, signIn }: Installation): Promise<Measurement[]> {
  return withDatabase(databaseUrl, async (database) => {
    const { token } = await signIn()
    const peers = [
      await startBetterAuth(database, { cookieCache: false }),
      await startBetterAuth(database, { cookieCache: true }),
    ]
    try {
      await peers[0]?.signUp(email)
      const loads = [
        loadOf(`${url}/api/v1/auth/me`, { authorization: `Bearer ${token}` }),
        ...(await Promise.all(
          peers.map(async (peer) =>
            loadOf(`${peer.url}/api/auth/get-session`, { cookie: await peer.signIn(email) }),
          ),
        )),
      ]
      for (const load of loads) {
        await load.assertUser(email)
        await load.run(WARM_UP_SECONDS)
      }
      const [ours, ...others] = loads.map((load) => () => load.run(SECONDS))
      if (!ours) throw new Error('nothing to measure')
      const [plain, cached] = await measureInTurn(ROUNDS, ours, others)
      if (!plain || !cached) throw new Error('nothing was measured')
      return [
        { name: 'who am I: better-auth', unit: 'req/s', ...plain, target: 20 },
        { name: 'who am I: better-auth, cookie cache', unit: 'req/s', ...cached, target: 12 },
      ]
    } finally {
      for (const peer of peers) peer.stop()
    }
  })
}

function loadOf(url: string, headers: Record<string, string>) {
  return {
    run: (seconds: number) => requestsPerSecond(url, headers, seconds),
    async assertUser(email: string) {
      const text = await (await fetch(url, { headers })).text()
      if (!text.includes(`"email":"${email}"`)) throw new Error(`${url} returned ${text}`)
    },
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { FORGET_CHANNEL } from '../server/platform/channels.ts'
import { onceWithEach } from './connections.ts'
import type { Installation } from './installation.ts'
import { type Measurement, measureAlternately } from './measurement.ts'
import { seedPeople } from './people.ts'

const PEOPLE = 640
const AT_A_TIME = 32
const WARM_REQUESTS = 10 * PEOPLE
const ROUNDS = 7
/** By then a notification has arrived. */
const FORGET_MS = 300

/** The first use of the access tokens of 640 people, which no cache knows, compared with one token used again and again. */
export async function tokens(installation: Installation): Promise<Measurement> {
  const client = new pg.Client({ connectionString: installation.databaseUrl })
  await client.connect()
  const people = await seedPeople(client, installation, PEOPLE)
  const tokens: string[] = []
  for (let done = 0; done < PEOPLE; done += AT_A_TIME) {
    const signIns = people.emails
      .slice(done, done + AT_A_TIME)
      .map((email) => installation.signIn(email))
    tokens.push(...(await Promise.all(signIns)).map(({ token }) => token))
  }
  const url = `${installation.url}/api/v1/auth/me`
  const first = async () => {
    await client.query('select pg_notify($1, $2)', [FORGET_CHANNEL, '{"everyone":true}'])
    await sleep(FORGET_MS)
    return onceWithEach(url, tokens)
  }
  const again = () => onceWithEach(url, Array(WARM_REQUESTS).fill(tokens[0]))
  await again()
  await first()
  const results = await measureAlternately(ROUNDS, first, again)
  await people.remove()
  await client.end()
  return {
    name: 'GET /api/v1/auth/me, first use of 640 tokens',
    unit: 'req/s',
    ...results,
    target: 3000,
    absolute: true,
  }
}

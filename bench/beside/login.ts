import pg from 'pg'
import { withDatabase } from '../databases.ts'
import type { Installation } from '../installation.ts'
import { type Measurement, measureAlternately } from '../measurement.ts'
import { seedPeople } from '../people.ts'
import { startBetterAuth } from './better_auth.ts'

const PEOPLE = 32
const ROUNDS = 5
const SECONDS = 4

/** Sign-ins of 32 people at once, and of one person 32 times at once, beside better-auth with the same argon2id. */
export function login(installation: Installation): Promise<Measurement[]> {
  return withDatabase(installation.databaseUrl, async (database) => {
    const client = new pg.Client({ connectionString: installation.databaseUrl })
    await client.connect()
    const people = await seedPeople(client, installation, PEOPLE)
    const peer = await startBetterAuth(database, { cookieCache: false })
    try {
      for (const email of people.emails) await peer.signUp(email)
      await assertSameCost(client, database)
      const [one = ''] = people.emails
      const sameOne = people.emails.map(() => one)
      const measure = async (emails: string[]) => ({
        unit: 'req/s',
        ...(await measureAlternately(
          ROUNDS,
          () => perSecond(emails, installation.signIn),
          () => perSecond(emails, peer.signIn),
        )),
      })
      return [
        { name: 'sign-in of 32 people: better-auth', ...(await measure(people.emails)), target: 1 },
        { name: 'sign-in 32 times of one: better-auth', ...(await measure(sameOne)), target: 0.9 },
      ]
    } finally {
      peer.stop()
      await people.remove()
      await client.end()
    }
  })
}

/** Completed sign-ins per second; each caller signs the same person in repeatedly. */
async function perSecond(emails: string[], signIn: (email: string) => Promise<unknown>) {
  const started = performance.now()
  const end = started + SECONDS * 1000
  let done = 0
  await Promise.all(
    emails.map(async (email) => {
      while (performance.now() < end) {
        await signIn(email)
        done++
      }
    }),
  )
  return (done * 1000) / (performance.now() - started)
}

/** Signing in takes most of its time for the password, which both must have hashed in the same way. */
async function assertSameCost(ours: pg.Client, database: string) {
  const theirs = new pg.Client({ connectionString: database })
  await theirs.connect()
  const costs = [
    await costsOf(
      ours,
      'select password_digest as digest from users where password_digest is not null',
    ),
    await costsOf(theirs, 'select password as digest from account'),
  ]
  await theirs.end()
  if (costs[0] !== costs[1]) throw new Error(`argon2id: ${costs.join(', but ')}`)
}

/** Algorithm, version and parameters of the digests: `$argon2id$v=19$m=19456,t=2,p=1`. */
async function costsOf(client: pg.Client, query: string) {
  const { rows } = await client.query<{ digest: string }>(query)
  return [...new Set(rows.map(({ digest }) => digest.split('$', 4).join('$')))].join(' ')
}

import pg from 'pg'
import { requestsPerSecond } from './children.ts'
import type { Installation } from './installation.ts'
import { type Measurement, median } from './measurement.ts'
import { SEED_USERS_SQL } from './sql.ts'

const SIZES = [1_000, 10_000, 100_000, 1_000_000]
const ROUNDS = 3
const SECONDS = 3
const TARGET = 0.5

/** Lists of users by their query. What a search finds grows with the account; a whole address is found once. */
const lists: Record<string, string> = {
  'newest first': '',
  'by name': 'sort=name',
  'by email, descending': 'sort=-email',
  'by last sign-in': 'sort=-last_login_at',
  active: 'status=active',
  'search for an address': 'search=person77@example.com',
  'search for a common word': 'search=Person',
}

/** Lists of 20 of N users in one account, compared with the same list of 1,000. */
export async function growth({ url, databaseUrl, signIn }: Installation): Promise<Measurement[]> {
  const { token, accountId } = await signIn()
  const headers = { authorization: `Bearer ${token}` }
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const deleteUsers = () => client.query(`delete from users where email like 'person%@example.com'`)
  await deleteUsers()
  const measurements: Measurement[] = []
  const first = new Map<string, number>()
  let seeded = 0
  for (const size of SIZES) {
    await client.query(SEED_USERS_SQL, [accountId, seeded + 1, size])
    seeded = size
    await client.query('vacuum analyze users, user_roles')
    for (const [name, query] of Object.entries(lists)) {
      const rates: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        rates.push(await requestsPerSecond(`${url}/api/v1/users?${query}`, headers, SECONDS))
      }
      const ours = median(rates)
      const bare = first.get(name)
      if (bare === undefined) first.set(name, ours)
      else {
        const title = `users ${name}, ${size.toLocaleString('en')} of them`
        measurements.push({
          name: title,
          unit: 'req/s',
          ours,
          bare,
          ratio: ours / bare,
          target: TARGET,
        })
      }
    }
  }
  await deleteUsers()
  await client.end()
  return measurements
}

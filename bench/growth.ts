import pg from 'pg'
import { requestsPerSecond } from './children.ts'
import type { Installation } from './installation.ts'
import { type Measurement, median } from './measurement.ts'
import { SEED_USERS_SQL } from './sql.ts'

const SIZES = [1_000, 10_000, 100_000, 1_000_000]
const PER_PAGE = 20
/** Longer lists are counted in the background, and until then as one more than this. */
const COUNTED_EXACTLY = 10_000
const ROUNDS = 3
const SECONDS = 2
const TARGET = 0.5
const RARE_NAME = 'Zbigniew Quxley'

/** Lists of users by their query. What a search finds grows with the account; a whole address or the rare name is found once. */
const lists: Record<string, string> = {
  'newest first': '',
  'by name': 'sort=name',
  'by email, descending': 'sort=-email',
  'by last sign-in': 'sort=-last_login_at',
  active: 'status=active',
  'search for an address': 'search=person77@example.com',
  'search for a rare name': 'search=Quxley',
  'search for a common word': 'search=Person',
}
const ALL = ['newest first', 'by name', 'by email, descending', 'by last sign-in', 'active']
const DEEP = 'from the middle, with after'

interface Rate {
  size: number
  list: string
  statistics: 'stale' | 'fresh'
  rate: number
}

/**
 * Lists of 20 of N users in one account, compared with the same list of 1,000 and fresh statistics. Stale statistics are of
 * the previous size, as after an import: autovacuum is off meanwhile.
 */
export async function growth({ url, databaseUrl, signIn }: Installation): Promise<Measurement[]> {
  const { token, accountId } = await signIn()
  const headers = { authorization: `Bearer ${token}` }
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const deleteUsers = () => client.query(`delete from users where email like 'person%@example.com'`)
  const analyze = () => client.query('vacuum analyze users, user_roles')
  await deleteUsers()
  await client.query('alter table users set (autovacuum_enabled = off)')
  await client.query('alter table user_roles set (autovacuum_enabled = off)')
  await client.query(SEED_USERS_SQL, [accountId, 0, 0])
  await client.query(`update users set name = $1 where email = 'person0@example.com'`, [RARE_NAME])
  await analyze()

  const rates: Rate[] = []
  let seeded = 0
  for (const size of SIZES) {
    await client.query(SEED_USERS_SQL, [accountId, seeded + 1, size])
    seeded = size
    for (const statistics of ['stale', 'fresh'] as const) {
      if (statistics === 'fresh') await analyze()
      const middle = await read(url, headers, `page=${size / PER_PAGE / 2}`)
      const paths = { ...lists, [DEEP]: `after=${middle.meta.next_cursor}` }
      for (const [list, query] of Object.entries(paths)) {
        assertTrue(list, size, await read(url, headers, query))
        const rounds: number[] = []
        for (let round = 0; round < ROUNDS; round++) {
          rounds.push(await requestsPerSecond(`${url}/api/v1/users?${query}`, headers, SECONDS))
        }
        rates.push({ size, list, statistics, rate: median(rounds) })
      }
    }
  }
  await client.query('alter table users reset (autovacuum_enabled)')
  await client.query('alter table user_roles reset (autovacuum_enabled)')
  await deleteUsers()
  await client.end()
  return rates.filter(({ size }) => size !== SIZES[0]).map((rate) => compared(rate, rates))
}

function compared({ size, list, statistics, rate }: Rate, rates: Rate[]): Measurement {
  const base = rates.find((one) => one.list === list && one.statistics === 'fresh')
  const bare = base?.rate ?? 0
  const note = statistics === 'stale' ? ', stale statistics' : ''
  return {
    name: `users ${list}, ${size.toLocaleString('en')} of them${note}`,
    unit: 'req/s',
    ours: rate,
    bare,
    ratio: rate / bare,
    target: TARGET,
  }
}

interface UserList {
  data: unknown[]
  meta: { total_count: number; total_count_exact: boolean; next_cursor: string | null }
}

async function read(
  url: string,
  headers: Record<string, string>,
  query: string,
): Promise<UserList> {
  const response = await fetch(`${url}/api/v1/users?per_page=${PER_PAGE}&${query}`, { headers })
  if (!response.ok) throw new Error(`GET /users?${query} returned ${response.status}`)
  return (await response.json()) as UserList
}

/** A list must be full and say how long it is, or that it is long; otherwise its speed means nothing. */
function assertTrue(list: string, size: number, { data, meta }: UserList) {
  const found = list.startsWith('search for a rare') || list.startsWith('search for an address')
  if (data.length !== (found ? 1 : PER_PAGE)) throw new Error(`${list}: ${data.length} rows`)
  const isAll = ALL.includes(list) || list === DEEP
  // Besides the administrator and the user with the rare name.
  if (isAll && meta.total_count_exact && meta.total_count !== size + 2) {
    throw new Error(`${list}: counted ${meta.total_count} of ${size + 2}`)
  }
  if (!meta.total_count_exact && meta.total_count <= COUNTED_EXACTLY) {
    throw new Error(`${list}: ${meta.total_count} are said to be many`)
  }
}

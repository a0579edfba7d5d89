import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeExamples } from '../../test/examples.ts'
import { named, requiredQuery } from '../../test/routes.ts'
import { rowsOf } from '../../test/rows.ts'
import { type TestUser, world } from '../../test/world.ts'
import { writeCursor } from './cursor.ts'
import { EXACT_UP_TO, VERY_LONG } from './list_counts.ts'

const USERS = '/users'
const MAX_STEPS = 4

type Row = { id: string; name: string; last_login_at: string | null }

async function addUsers({ ctx }: TestUser, count: number, values: object = {}) {
  const users = Array.from({ length: count }, (_, index) => ({
    name: `Row ${String(index).padStart(6, '0')}`,
    email: `${randomUUID()}@example.com`,
    ...values,
  }))
  await rowsOf(ctx, 'users').insert(users).execute()
}

/** Every row of a list by its cursors, one page at a time; `between` runs after each page. */
async function walk(user: TestUser, query: string, between = async () => {}): Promise<Row[]> {
  const rows: Row[] = []
  let after = ''
  for (;;) {
    const page = await user.get(`${USERS}?per_page=3&${query}${after && `&after=${after}`}`)
    expect(page.status).toBe(200)
    rows.push(...page.data)
    if (page.meta.next_cursor === null) return rows
    after = page.meta.next_cursor
    await between()
  }
}

describe('a list that is read by cursors', () => {
  let owner: TestUser
  beforeAll(async () => {
    owner = (await world()).owner
    await addUsers(owner, 7)
    await addUsers(owner, 4, { last_login_at: new Date('2026-01-02T03:04:05.678Z') })
    await addUsers(owner, 2, { last_login_at: new Date('2026-03-02T03:04:05.678Z') })
  })

  test.each([
    'name',
    '-name',
    'created_at',
    '-created_at',
    'last_login_at',
    '-last_login_at',
    'status',
  ])('has the same rows in the same order as by pages: %s', async (sort) => {
    const { data, meta } = await owner.get(`${USERS}?per_page=100&sort=${sort}`)
    expect(data.length).toBe(meta.total_count)
    const walked = await walk(owner, `sort=${sort}`)
    expect(walked.map(({ id }) => id)).toEqual(data.map(({ id }: Row) => id))
  })

  test('repeats and skips no row while others are added before it', async () => {
    const before: Row[] = (await owner.get(`${USERS}?per_page=100&sort=-created_at`)).data
    const walked = await walk(owner, 'sort=-created_at', () => addUsers(owner, 1))
    expect(walked.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  })

  test('keeps its order without `sort`, and its filters', async () => {
    const { meta } = await owner.get(`${USERS}?per_page=1&sort=name&search=Row`)
    const next = await owner.get(`${USERS}?per_page=1&search=Row&after=${meta.next_cursor}`)
    expect(next.data[0].name).toBe('Row 000000')
    expect((await owner.get(`${USERS}?per_page=100`)).meta.next_cursor).toBeNull()
  })

  test.each([
    ['junk', 'junk', ''],
    ['another order', writeCursor('name', { value: 'a', id: randomUUID() }), 'sort=-name&'],
    ['a column that is not sorted by', writeCursor('id', { value: 'a', id: randomUUID() }), ''],
    ['a time that is none', writeCursor('created_at', { value: 'soon', id: randomUUID() }), ''],
    ['an id that is none', writeCursor('name', { value: 'a', id: 'x' }), ''],
    ['a NUL', writeCursor('name', { value: '\0', id: randomUUID() }), ''],
  ])('refuses the cursor of %s', async (_, after, more) => {
    const { status, code } = await owner.get(`${USERS}?${more}after=${after}`)
    expect([status, code]).toEqual([422, 'validation_error'])
  })
})

describe('every list', async () => {
  const lists = named.filter(({ route }) => route.sorts)
  let admin: TestUser
  let ids: Record<string, string>
  beforeAll(async () => {
    const here = await world()
    admin = await here.join('owner', 'admin')
    ids = await makeExamples(here, admin, admin)
  })

  test.each(lists)('$name has the same rows by cursors as by pages', async ({ route }) => {
    const here = await world()
    const caller = route.spec.can.startsWith('system.') ? here.worker : admin
    const path = route.path.replace('/api/v1', '').replace(/:\w+/g, ids[route.noun] ?? '')
    for (const sort of route.sorts ?? []) {
      const query = `${path}?${requiredQuery(route)}&per_page=1&sort=${sort}`
      let after: string | null = ''
      for (let step = 1; step <= MAX_STEPS && after !== null; step++) {
        const byPage = await caller.get(`${query}&page=${step}`)
        const byCursor = await caller.get(`${query}${after && `&after=${after}`}`)
        expect([byPage.status, byCursor.status]).toEqual([200, 200])
        const [one, other] = [byPage, byCursor].map(({ data }) => data[0])
        expect(other?.id ?? other?.name ?? other).toEqual(one?.id ?? one?.name ?? one)
        after = byCursor.meta.next_cursor
      }
    }
  })
})

describe('the count of a list', () => {
  test('is exact for short ones, and for long ones the last exact count', {
    timeout: 60_000,
  }, async () => {
    const { owner } = await world()
    await addUsers(owner, EXACT_UP_TO - 1)
    const short = await owner.get(`${USERS}?per_page=1`)
    expect(short.meta).toMatchObject({ total_count: EXACT_UP_TO, total_count_exact: true })

    await addUsers(owner, 5)
    const long = await owner.get(`${USERS}?per_page=1`)
    expect(long.meta.total_count_exact).toBe(false)
    expect([EXACT_UP_TO + 1, EXACT_UP_TO + 5]).toContain(long.meta.total_count)
    await expect
      .poll(async () => (await owner.get(`${USERS}?per_page=1`)).meta.total_count)
      .toBe(EXACT_UP_TO + 5)

    await addUsers(owner, 3)
    expect((await owner.get(`${USERS}?per_page=1`)).meta.total_count).toBe(EXACT_UP_TO + 5)
    const filtered = await owner.get(`${USERS}?per_page=1&search=Olive`)
    expect(filtered.meta).toMatchObject({ total_count: 1, total_count_exact: true })
  })

  test('is the last exact count for a while if the list was very long, unless the page shows its end', {
    timeout: 60_000,
  }, async () => {
    const here = await world()
    const { owner } = here
    const total = VERY_LONG + 5
    for (let added = 1; added < total; added += EXACT_UP_TO) {
      await addUsers(owner, Math.min(EXACT_UP_TO, total - added))
    }
    const metaOf = async (query: string) =>
      (await owner.get(`${USERS}?per_page=100&search=o&${query}`)).meta
    const long = { total_count: total, total_count_exact: false }
    await expect.poll(() => metaOf('')).toMatchObject(long)

    await rowsOf(owner.ctx, 'users').delete().where('name', '>=', 'Row 000120').execute()
    expect(await metaOf('sort=name')).toMatchObject(long)
    const short = { total_count: 245, total_count_exact: true }
    expect(await metaOf('page=3')).toMatchObject(short)
    here.travel(1)
    expect(await metaOf('')).toMatchObject(short)
  })
})

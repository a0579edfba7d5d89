import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'
import { readDatabaseSize } from './table_size.ts'

type Table = { name: string; bytes: number; growth_bytes_per_day: number | null }

test('the largest tables are listed with their retention, and growth once a day has passed', async () => {
  const here = await world()
  const { worker, travel } = here
  const admin = await here.join('owner', 'admin')
  const before = (await admin.get('/admin/table_sizes')).data
  const sizes = before.tables.map((table: Table) => table.bytes)
  expect(sizes).toEqual([...sizes].sort((one, other) => other - one))
  expect(before.bytes).toBeGreaterThan(sizes[0])
  const { data } = await worker.post('/internal/maintenance/clean_up')
  expect(data.measured_tables).toBeGreaterThan(before.tables.length)
  // Repeated on the same day, it replaces the sizes.
  await worker.post('/internal/maintenance/clean_up')
  travel(24 * 60)
  const after = await readDatabaseSize(admin.ctx) // the session has ended
  expect(after.growth_bytes_per_day).toEqual(expect.any(Number))
  for (const { growth_bytes_per_day } of after.tables)
    expect(growth_bytes_per_day).toEqual(expect.any(Number))
  expect(after.disk_free_bytes).toBeGreaterThan(0)
  const growth = after.growth_bytes_per_day ?? 0
  const days = growth > 0 ? Math.min((after.disk_free_bytes ?? 0) / growth, 100 * 365) : null
  const expected = days === null ? null : new Date(Date.now() + days * DAY_MS)
  expect(after.disk_full_at?.toDateString()).toBe(expected?.toDateString())
})

test('other users do not see the size of the database', async () => {
  const { owner } = await world()
  expect((await owner.get('/admin/table_sizes')).status).toBe(403)
})

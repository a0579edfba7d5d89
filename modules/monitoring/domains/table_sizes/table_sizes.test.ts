import { DAY_MS } from '@powernode/server/platform/kernel/time.ts'
import { world } from '@powernode/server/test/world.ts'
import { expect, test } from 'vitest'

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
  const later = await here.join('owner', 'admin')
  const after = (await later.get('/admin/table_sizes')).data
  expect(after.growth_bytes_per_day).toEqual(expect.any(Number))
  for (const { growth_bytes_per_day } of after.tables)
    expect(growth_bytes_per_day).toEqual(expect.any(Number))
  expect(after.disk_free_bytes).toBeGreaterThan(0)
  if (after.growth_bytes_per_day > 0) {
    const days = after.disk_free_bytes / after.growth_bytes_per_day
    const expected = Math.min(days, 100 * 365) * DAY_MS
    expect(Date.parse(after.disk_full_at) - Date.now()).toBeGreaterThan(expected * 0.9)
  } else expect(after.disk_full_at).toBeNull()
})

test('other users do not see the size of the database', async () => {
  const { owner } = await world()
  expect((await owner.get('/admin/table_sizes')).status).toBe(403)
})

import { monitoringWorld } from '@powernode/server/test/service_checks.ts'
import { expect, test } from 'vitest'

test('a new installation monitors its own parts by default', async () => {
  const { admin } = await monitoringWorld()
  const { data } = await admin.get('/admin/services?sort=position')
  expect(data.map((item: { part: string }) => item.part).slice(0, 5)).toEqual([
    'database',
    'queue',
    'worker',
    'mail',
    'disk',
  ])
  await admin.delete(`/admin/services/${data[4].id}`)
  const { meta } = await admin.get('/admin/services?kind=internal')
  expect(meta.total_count).toBe(4)
})

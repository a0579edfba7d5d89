import { expect, test } from 'vitest'
import { type Recent, withRecent } from './recents'

const at = (path: string, label = path): Recent => ({ path, label })
const opened = (...all: Recent[]) => all.reduce(withRecent, [] as Recent[])

test('what was opened last is first', () => {
  expect(opened(at('/users'), at('/roles')).map(({ path }) => path)).toEqual(['/roles', '/users'])
})

test('a page that is opened again moves to the start, with its new name', () => {
  const recents = opened(at('/users/1', 'Ada'), at('/roles'), at('/users/1', 'Ada Lovelace'))
  expect(recents).toEqual([at('/users/1', 'Ada Lovelace'), at('/roles')])
})

test('records that share the page of their list are separate', () => {
  const one = { ...at('/admin/jobs/all', 'One'), search: { job: '1' } }
  const two = { ...at('/admin/jobs/all', 'Two'), search: { job: '2' } }
  expect(opened(at('/admin/jobs/all'), one, two, one).map(({ label }) => label)).toEqual([
    'One',
    'Two',
    '/admin/jobs/all',
  ])
})

test('only the last eight are kept', () => {
  const many = opened(...Array.from({ length: 12 }, (_, index) => at(`/users/${index}`)))
  expect(many).toHaveLength(8)
  expect(many[0]?.path).toBe('/users/11')
})

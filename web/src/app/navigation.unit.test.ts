import { expect, test } from 'vitest'
import { navigation, personal } from './navigation'

test('every page of the map has a key of its own', () => {
  const entries = [...navigation.flatMap((group) => group.entries), ...personal]
  const keys = entries.map(({ key }) => key)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  expect(keys.filter((key) => key === 'g' || key === '?' || key.length !== 1)).toEqual([])
})

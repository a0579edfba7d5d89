import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetUpload, rememberUpload, startedUploadOf, startedUploads } from './resumable'

const HOUR_MS = 3_600_000
const file = { name: 'plan.pdf', size: 11, lastModified: 5 }

let kept: Map<string, string>

beforeEach(() => {
  kept = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  })
})
afterEach(() => vi.unstubAllGlobals())

const remember = (change: object = {}) =>
  rememberUpload({
    ...{ owner: 'ada', url: '/uploads/1', filename: 'plan.pdf', size: 11, lastModified: 5 },
    ...{ versionOf: null, startedAt: Date.now() },
    ...change,
  })

test('an upload goes on with the same file, for the same user and the same place', () => {
  remember()
  expect(startedUploadOf('ada', file, null)?.url).toBe('/uploads/1')
  expect(startedUploadOf('bob', file, null)).toBe(undefined)
  expect(startedUploadOf('ada', { ...file, lastModified: 6 }, null)).toBe(undefined)
  expect(startedUploadOf('ada', { ...file, size: 12 }, null)).toBe(undefined)
  expect(startedUploadOf('ada', file, 'another version')).toBe(undefined)
})

test('an upload is remembered once, until it is forgotten or a day has passed', () => {
  remember()
  remember({ url: '/uploads/2' })
  remember()
  expect(startedUploads('ada')).toHaveLength(2)
  expect(startedUploads('ada', Date.now() + 25 * HOUR_MS)).toEqual([])
  forgetUpload('/uploads/1')
  expect(startedUploads('ada').map(({ url }) => url)).toEqual(['/uploads/2'])
})

test('what others left in the storage of the browser, or no storage, does no harm', () => {
  for (const value of ['{', '{}', 'null']) {
    kept.set('powernode.uploads', value)
    expect(startedUploads('ada')).toEqual([])
  }
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    setItem: () => {
      throw new Error('full')
    },
  })
  expect(() => remember()).not.toThrow()
})

import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { compileReply } from './validation.ts'

const Boat = Type.Object({ name: Type.String() })
const write = compileReply(Type.Object({ data: Boat, meta: Type.Optional(Boat) }))

test('a reply has only the fields of its schema', () => {
  expect(write({ data: { name: 'Argo', secret: 1 } })).toBe('{"data":{"name":"Argo"}}')
})

test('changed data is serialised again, frozen data once', () => {
  const boat = { name: 'Argo' }
  expect(write({ data: boat })).toContain('Argo')
  boat.name = 'Nautilus'
  expect(write({ data: boat })).toContain('Nautilus')
  let reads = 0
  const fixed = Object.freeze({
    get name() {
      reads++
      return 'Argo'
    },
  })
  expect(write({ data: fixed })).toBe('{"data":{"name":"Argo"}}')
  const readsOnce = reads
  expect(write({ data: fixed })).toBe('{"data":{"name":"Argo"}}')
  expect(reads).toBe(readsOnce)
})

test('each reply has its own meta, also beside frozen data', () => {
  const data = Object.freeze({ name: 'Argo' })
  for (const name of ['first', 'second'])
    expect(write({ data, meta: { name } })).toBe(
      `{"data":{"name":"Argo"},"meta":{"name":"${name}"}}`,
    )
})

import { expect, test } from 'vitest'
import { type Components, hoistShapes } from './components.ts'
import { assembled, Changes, Id, ListOf, Nullable, Shape } from './shapes.ts'

const Boat = Shape('Boat', { id: Id() })
const reference = { $ref: '#/components/schemas/Boat' }

test('named shapes become components at any depth, others stay inline', () => {
  const shapes: Components = {}
  const Fleet = Shape({ flagship: Nullable(Boat), boats: ListOf(Boat), port: Shape({ id: Id() }) })
  expect(hoistShapes(Fleet, shapes)).toMatchObject({
    properties: {
      flagship: { anyOf: [reference, { type: 'null' }] },
      boats: { items: reference },
      port: { properties: { id: { format: 'uuid' } } },
    },
  })
  expect(shapes).toMatchObject({ Boat: { type: 'object', required: ['id'] } })
  expect(Object.keys(shapes)).toEqual(['Boat'])
})

test('changes and assembled shapes have their own names', () => {
  const shapes: Components = {}
  hoistShapes(Changes('BoatChanges', Boat), shapes)
  hoistShapes(
    assembled('Harbour', () => Shape({ boat: Boat })),
    shapes,
  )
  expect(shapes.BoatChanges).toMatchObject({ minProperties: 1 })
  expect(shapes.Harbour).toMatchObject({ properties: { boat: reference }, required: ['boat'] })
})

test('different shapes cannot have the same name', () => {
  const shapes: Components = {}
  hoistShapes([Boat, Shape('Boat', { id: Id() })], shapes)
  hoistShapes(Boat, shapes)
  expect(() => hoistShapes(Shape('Boat', { name: Id() }), shapes)).toThrow('are named Boat')
})

import { describe, expect, test } from 'vitest'
import { type Direction, moved, moveOf, type Placed, parentsFor } from './moves'

const node = (id: string, parent_id: string | null, depth: number): Placed => ({
  id,
  parent_id,
  depth,
})
const nodes = [
  node('a', null, 1),
  node('a1', 'a', 2),
  node('a2', 'a', 2),
  node('a2x', 'a2', 3),
  node('b', null, 1),
]

describe('a category', () => {
  test.each<[string, Direction, unknown]>([
    ['b', 'up', { parent_id: null, order: ['b', 'a'] }],
    ['a', 'up', undefined],
    ['a1', 'down', { parent_id: 'a', order: ['a2', 'a1'] }],
    ['a2', 'down', undefined],
    ['b', 'in', { parent_id: 'a', order: ['a1', 'a2', 'b'] }],
    ['a', 'in', undefined],
    ['a1', 'out', { parent_id: null, order: ['a', 'a1', 'b'] }],
    ['b', 'out', undefined],
    ['nothing', 'up', undefined],
  ])('%s goes %s', (id, direction, expected) => {
    expect(moveOf(nodes, id, direction)).toEqual(expected)
  })

  test('does not go deeper than five levels with what is below it', () => {
    const deep = [
      ...['1', '2', '3', '4'].map((id, index) =>
        node(id, index === 0 ? null : String(index), index + 1),
      ),
      node('5', '4', 5),
      node('5b', '4', 5),
    ]
    expect(moveOf(deep, '5b', 'in')).toBeUndefined()
    const wide = [
      node('r', null, 1),
      node('s', null, 1),
      ...['s1', 's2', 's3', 's4'].map((id, index) =>
        node(id, index === 0 ? 's' : `s${index}`, index + 2),
      ),
    ]
    expect(moveOf(wide, 's', 'in')).toBeUndefined()
  })

  test('is shown in its new place before the server answers', () => {
    const move = moveOf(nodes, 'a2', 'out')
    expect(move && moved(nodes, 'a2', move)).toEqual([
      node('a', null, 1),
      node('a1', 'a', 2),
      node('a2', null, 1),
      node('a2x', 'a2', 2),
      node('b', null, 1),
    ])
  })

  test('can be put below any other that is not below it', () => {
    expect(parentsFor(nodes, 'a').map(({ id }) => id)).toEqual(['b'])
    expect(parentsFor(nodes, null)).toHaveLength(5)
  })
})

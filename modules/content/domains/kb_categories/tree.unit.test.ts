import { describe, expect, test } from 'vitest'
import { above, heightOf, isVisible, nested, subtree } from './tree.ts'

const node = (id: string, parent_id: string | null = null, is_public = true) => ({
  id,
  parent_id,
  is_public,
  articles_count: 1,
})
const nodes = [
  node('root'),
  node('other', null, false),
  node('child', 'root'),
  node('hidden', 'root', false),
  node('leaf', 'hidden'),
]
const ids = (found: { id: string }[]) => found.map(({ id }) => id)

describe('a tree of categories', () => {
  test('knows what is above and below a category', () => {
    expect(ids(above(nodes, 'leaf'))).toEqual(['hidden', 'root'])
    expect(above(nodes, 'root')).toEqual([])
    expect(ids(subtree(nodes, 'root'))).toEqual(['root', 'child', 'hidden', 'leaf'])
    expect(ids(subtree(nodes, 'leaf'))).toEqual(['leaf'])
    expect([heightOf(nodes, 'root'), heightOf(nodes, 'child')]).toEqual([3, 1])
  })

  test('shows a category only if all above it are public', () => {
    expect(
      ['root', 'child', 'hidden', 'leaf', 'other'].filter((id) => isVisible(nodes, id)),
    ).toEqual(['root', 'child'])
  })

  test('is listed depth first, with the articles in each category and below', () => {
    expect(
      nested(nodes).map(({ id, depth, total_articles_count }) => [id, depth, total_articles_count]),
    ).toEqual([
      ['root', 1, 4],
      ['child', 2, 1],
      ['hidden', 2, 2],
      ['leaf', 3, 1],
      ['other', 1, 1],
    ])
  })

  test('ends also where a circle exists', () => {
    const circle = [node('a', 'b'), node('b', 'a')]
    expect(ids(above(circle, 'a'))).toEqual(['b', 'a'])
    expect(nested(circle)).toEqual([])
  })
})

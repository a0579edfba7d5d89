import { expect, test } from 'vitest'
import { cardColumns } from './cardColumns'
import type { Column } from './useColumns'

const column = (key: string, more: Partial<Column<unknown>> = {}): Column<unknown> => ({
  key,
  label: key,
  cell: () => key,
  ...more,
})
const keys = (columns: { key: string }[]) => columns.map(({ key }) => key)

test('a card has the name and the state in its first line, and the first two others in its second', () => {
  const card = cardColumns(
    ['name', 'email', 'status', 'roles', 'created_at'].map((key) => column(key)),
  )
  expect(card.name?.key).toBe('name')
  expect(card.state?.key).toBe('status')
  expect(keys(card.facts)).toEqual(['email', 'roles'])
  expect(keys(card.rest)).toEqual(['created_at'])
})

test('a list can choose the facts', () => {
  const card = cardColumns([
    column('name'),
    column('key'),
    column('last_used_at', { fact: 'value' }),
  ])
  expect(keys(card.facts)).toEqual(['last_used_at'])
  expect(keys(card.rest)).toEqual(['key'])
})

test('a list of one column has no facts', () => {
  expect(cardColumns([column('name')])).toMatchObject({ facts: [], rest: [] })
})

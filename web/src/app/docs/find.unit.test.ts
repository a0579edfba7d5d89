import { expect, test } from 'vitest'
import { findDocuments } from './find'

const all = [
  { page: 'mail', title: 'Mail', group: 'Guides', headings: ['Sending over SMTP'] },
  { page: 'webhooks', title: 'Webhooks', group: 'Guides', headings: ['Signatures', 'Retries'] },
  { page: 'backup', title: 'Backup and restore', group: 'Operations', headings: ['Mail the key'] },
]
const pages = (search: string) => findDocuments(all, search).map(({ page }) => page)

test('without a search, every document is listed in order', () => {
  expect(pages(' ')).toEqual(['mail', 'webhooks', 'backup'])
})

test('a title is found by its words in any order and case, before headings', () => {
  expect(pages('RESTORE back')).toEqual(['backup'])
  expect(pages('mail')).toEqual(['mail', 'backup'])
})

test('a document found by a heading says which', () => {
  expect(findDocuments(all, 'retr')).toMatchObject([{ page: 'webhooks', matching: ['Retries'] }])
  expect(pages('nothing')).toEqual([])
})

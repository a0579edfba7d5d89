import { expect, test } from 'vitest'
import { archiveFiles, fromArchive, ownFiles, toArchive } from './references.ts'

const ID = '019a8f2e-5b7c-7d31-9a54-0c1f6e2b8d90'

test('files of the account become files of the archive, and back', () => {
  const content = `![Plan](/f/${ID}) [again](</f/${ID.toUpperCase()}>) https://a.example/f/${ID}`
  expect(ownFiles(content)).toEqual([ID])
  const path = `files/${ID}/a plan (1).png`
  const exported = toArchive(content, new Map([[ID, path]]))
  const encoded = `files/${ID}/a%20plan%20(1).png`.replace('(', '%28').replace(')', '%29')
  expect(exported).toContain(`https://a.example/f/${ID}`)
  expect(exported).toContain(`![Plan](${encoded})`)
  const found = archiveFiles(exported, 'guide.md', new Set([path]))
  expect([...found]).toEqual([[encoded, path]])
  const imported = fromArchive(exported, new Map([[encoded, 'new']]))
  expect(imported).toBe(`![Plan](/f/new) [again](</f/new>) https://a.example/f/${ID}`)
})

test('addresses are relative to the text; others, and those of no file, stay as they are', () => {
  const content =
    '![a](../img/a.png "A") [b](b.pdf#p2) [c](/img/a.png) [d](https://x/img/a.png)\n\n[e]: ./b.pdf'
  const paths = new Set(['img/a.png', 'docs/b.pdf'])
  const found = archiveFiles(content, 'docs/guide.md', paths)
  expect([...found.values()]).toEqual(['img/a.png', 'docs/b.pdf', 'docs/b.pdf'])
  expect(archiveFiles('![x](../../../etc/passwd) [y](%ff)', 'docs/guide.md', paths).size).toBe(0)
  expect(fromArchive(content, new Map([['./b.pdf', 'ID']]))).toContain('[e]: /f/ID')
})

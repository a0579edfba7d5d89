import { randomUUID } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readMarkdownFile } from '@powernode/modules/content/archive/front_matter.ts'
import { openArchive } from '@powernode/modules/content/archive/reading.ts'
import { createArchive } from '@powernode/modules/content/archive/writing.ts'
import { freeSlug } from '@powernode/modules/content/test/arrange.ts'
import { articleOf, categoryOf, library } from '@powernode/modules/content/test/library.ts'
import { fileOf, PNG } from '@powernode/modules/files/test/arrange.ts'
import { listening, type TestUser, WORKER_TOKEN } from '@powernode/server/test/world.ts'
import { createApi } from '@powernode/worker/client.ts'
import { pino } from 'pino'
import { describe, expect, onTestFinished, test } from 'vitest'
import handlers from './handlers.ts'

const { import_articles, export_articles } = handlers.handlers

/** An account with a knowledge base, and a worker that imports and exports. */
async function movers() {
  const here = await library()
  const url = await listening(here.app)
  const tracing = { endpoint: undefined, sampler: 'always_off', ratio: 1 } as const
  const config = { url, token: WORKER_TOKEN, concurrency: 1, logLevel: 'silent', tracing }
  const api = createApi(config)
  const work = {
    ...{ api, outcomes: api, log: pino({ level: 'silent' }) },
    signal: AbortSignal.timeout(30_000),
  }
  return {
    ...here,
    async exported(user: TestUser) {
      const { status, data } = await user.post('/kb/transfers/export')
      expect(status).toBe(201)
      await export_articles({ transfer_id: data.id }, work)
      await export_articles({ transfer_id: data.id }, work)
      return (await user.get(`/kb/transfers/${data.id}`)).data
    },
    async imported(user: TestUser, file_id: string, category_id: string) {
      const { status, data, body } = await user.post('/kb/transfers/import', {
        file_id,
        category_id,
      })
      expect(status, JSON.stringify(body)).toBe(201)
      await import_articles({ transfer_id: data.id }, work)
      await import_articles({ transfer_id: data.id }, work)
      return (await user.get(`/kb/transfers/${data.id}`)).data
    },
  }
}

async function archiveOf(files: Record<string, string | Buffer>): Promise<Buffer> {
  const path = join(tmpdir(), `${randomUUID()}.zip`)
  const archive = createArchive(path)
  for (const [name, content] of Object.entries(files)) archive.addText(content as string, name)
  await archive.end()
  const content = await readFile(path)
  await rm(path)
  return content
}

describe('an export', () => {
  test('has all articles and the files that they show, and is imported elsewhere', async () => {
    const { editor, app, stranger, exported, imported } = await movers()
    const category = await categoryOf(editor)
    const { id: picture } = await fileOf(editor, { filename: 'a plan (1).png', content: PNG })
    const slug = freeSlug('guide')
    await articleOf(editor, {
      ...{ title: 'A: guide', slug, content: `# Hi\n\n![Plan](/f/${picture})`, tags: ['set-up'] },
      ...{ category_id: category.id, excerpt: 'Short', metadata: { a: [1] } },
    })
    await articleOf(editor, { title: 'Draft', status: 'draft', category_id: category.id })
    const transfer = await exported(editor)
    expect(transfer).toMatchObject({ kind: 'export', status: 'completed', articles_count: 2 })
    expect((await editor.get('/files')).meta.total_count).toBe(2)
    const download = await app.inject({
      url: `/api/v1/files/${transfer.file_id}/download`,
      headers: { authorization: `Bearer ${editor.accessToken}` },
    })
    const path = join(tmpdir(), `${randomUUID()}.zip`)
    onTestFinished(() => rm(path))
    await writeFile(path, download.rawPayload)
    const archive = await openArchive(path)
    onTestFinished(() => archive.close())
    expect(archive.paths).toHaveLength(3)
    expect(await archive.read(`files/${picture}/a plan (1).png`, 1000)).toEqual(PNG)
    const { front, content } = readMarkdownFile(String(await archive.read(`${slug}.md`, 10_000)))
    expect(front).toMatchObject({
      ...{ title: 'A: guide', slug, status: 'published', tags: ['Set Up'], excerpt: 'Short' },
      ...{ category: category.slug, metadata: { a: [1] } },
    })
    expect(content).toContain(`![Plan](files/${picture}/a%20plan%20%281%29.png)`)

    const other = await stranger()
    const own = await categoryOf(other)
    const file = await fileOf(other, { filename: 'all.zip', content: download.rawPayload })
    const done = await imported(other, file.id, own.id)
    expect(done).toMatchObject({ status: 'completed', articles_count: 2, problems: [] })
    const article = (await other.get(`/kb/articles/${slug}?admin=true`)).data
    expect(article).toMatchObject({
      ...{ title: 'A: guide', status: 'draft', tags: ['Set Up'], excerpt: 'Short' },
      ...{ category: { id: own.id }, author: { id: other.id }, metadata: { a: [1] } },
    })
    expect(article.content).not.toContain(picture)
    const [, copy] = /\/f\/([0-9a-f-]{36})/.exec(article.content) ?? []
    expect((await other.get(`/files/${copy}`)).data.filename).toBe('a plan (1).png')
    expect((await other.get('/files')).meta.total_count).toBe(2)
  })
})

describe('an import', () => {
  test('leaves out what is wrong, and says why', async () => {
    const { editor, imported } = await movers()
    const { id: category_id, slug: category } = await categoryOf(editor)
    const { slug } = await articleOf(editor)
    const content = await archiveOf({
      'guides/First steps.md': 'See ![x](../img/missing.png) and [y](../run.exe)',
      'titled.md': '# A heading\n\nText',
      'named.md': `---\ntitle: Named\ncategory: ${category}\nunknown: 1\nlanguage: german\n---\nText`,
      'taken.md': `---\nslug: ${slug}\n---\nText`,
      'yaml.md': '---\na: [\n---\nText',
      'wrong.md': '---\nsort_order: many\n---\nText',
      'empty.md': '',
      'long.md': Array.from({ length: 50_000 }, (_, index) => `w${index}`).join(' '),
      'run.exe': 'MZ',
      '__MACOSX/._titled.md': 'x',
      'notes.txt': 'x',
    })
    const file = await fileOf(editor, { filename: 'all.zip', content })
    const transfer = await imported(editor, file.id, category_id)
    expect(transfer).toMatchObject({ status: 'completed', articles_count: 3, error: null })
    const problems = Object.fromEntries(
      transfer.problems.map(({ path, problem }: Record<string, string>) => [path, problem]),
    )
    expect(Object.keys(problems).sort()).toEqual([
      'empty.md',
      'long.md',
      'run.exe',
      'taken.md',
      'wrong.md',
      'yaml.md',
    ])
    expect(problems['taken.md']).toBe('slug is already taken')
    expect(problems['yaml.md']).toContain('has front matter that is not YAML')
    expect(problems['wrong.md']).toContain('sort_order')
    const { data } = await editor.get('/kb/articles?admin=true&status=draft&sort=title')
    expect(data.map(({ title }: { title: string }) => title)).toEqual([
      'A heading',
      'First steps',
      'Named',
    ])
    const { data: notifications } = await editor.get('/notifications')
    expect(notifications[0]).toMatchObject({ notification_type: 'kb_transfer_finished' })
  })

  test('fails with the reason if the file is no archive, or is gone', async () => {
    const { editor, stranger, imported } = await movers()
    const { id: category_id } = await categoryOf(editor)
    const request = async (body: object) =>
      Object.keys((await editor.post('/kb/transfers/import', body)).errors ?? {})
    const text = await fileOf(editor, { filename: 'a.txt' })
    const foreign = await fileOf(await stranger(), {
      filename: 'a.zip',
      content: await archiveOf({ 'a.md': 'x' }),
    })
    for (const file_id of [text.id, foreign.id, randomUUID(), 'x']) {
      expect(await request({ file_id, category_id })).toEqual(['file_id'])
    }
    const content = await archiveOf({ 'a.md': 'x' })
    const cut = await fileOf(editor, { filename: 'a.zip', content: content.subarray(0, 60) })
    expect(await request({ file_id: cut.id, category_id: randomUUID() })).toEqual(['category_id'])
    const transfer = await imported(editor, cut.id, category_id)
    expect(transfer.status).toBe('failed')
    expect(transfer.error).toContain('is not a ZIP archive')
    expect((await (await stranger()).get(`/kb/transfers/${transfer.id}`)).status).toBe(404)
  })
})

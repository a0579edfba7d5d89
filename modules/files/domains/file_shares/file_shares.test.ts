import { archive, fileOf, PNG } from '@powernode/modules/files/test/arrange.ts'
import { rowsOf } from '@powernode/server/test/rows.ts'
import { describe, expect, test } from 'vitest'

/** An account with a file, and helpers for links to it. */
async function sharing() {
  const here = await archive()
  const { visitor, owner } = here
  const { id } = await fileOf(owner, { content: 'hello world' })
  const tokenOf = (url: string) => url.split('/').at(-1) ?? ''
  return {
    ...here,
    id,
    share: async (options: object = {}, file = id) => {
      const { status, data, errors } = await owner.post(`/files/${file}/share`, options)
      expect([status, errors]).toEqual([201, undefined])
      return { id: data.id as string, token: tokenOf(data.url), data }
    },
    open: (token: string, password?: string) =>
      visitor.post(`/shares/${token}/download`, password === undefined ? {} : { password }),
    look: async (token: string) => (await visitor.get(`/shares/${token}`)).status,
    shares: async () => (await owner.get(`/files/${id}/share`)).data,
  }
}

describe('a link to a file', () => {
  test('tells strangers what it shares, and opens it, also in parts', async () => {
    const { visitor, fetch, share, open, shares } = await sharing()
    const { token, data } = await share()
    expect(data).toMatchObject({
      ...{ status: 'active', access_level: 'download', expires_at: null, max_downloads: null },
      ...{ has_password: false, download_count: 0 },
    })
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const { data: shared } = await visitor.get(`/shares/${token}`)
    expect(shared).toEqual({
      ...{ filename: 'plan.txt', content_type: 'text/plain', file_size: 11 },
      ...{ account_name: 'Test Company', access_level: 'download' },
      ...{ has_password: false, expires_at: null },
    })
    const { status, data: opened } = await open(token)
    expect(status).toBe(200)
    const reply = await fetch(opened.url)
    expect([reply.statusCode, reply.body]).toEqual([200, 'hello world'])
    expect(reply.headers['content-disposition']).toMatch(/^attachment/)
    const part = await fetch(opened.url, { range: 'bytes=6-' })
    expect([part.statusCode, part.body]).toEqual([206, 'world'])
    expect((await fetch(opened.url.replace('expires=', 'expires=1'))).statusCode).toBe(422)
    expect(await shares()).toMatchObject([{ download_count: 1 }])
    expect(JSON.stringify(await shares())).not.toContain(token)
  })

  test('opens at most so often, however many try at once; what was opened goes on', async () => {
    const { share, open, look, fetch, shares } = await sharing()
    const { token } = await share({ max_downloads: 3 })
    const opened = await Promise.all(Array.from({ length: 10 }, () => open(token)))
    const statuses = opened.map(({ status }) => status).sort()
    expect(statuses).toEqual([...Array(3).fill(200), ...Array(7).fill(404)])
    expect(await look(token)).toBe(404)
    expect(await shares()).toMatchObject([{ status: 'used_up', download_count: 3 }])
    const url = opened.find(({ status }) => status === 200)?.data.url
    expect((await fetch(url)).statusCode).toBe(200)
  })

  test('needs its password, and waits after ten wrong ones, whoever gives them', async () => {
    const { share, open, shares, travel } = await sharing()
    const { token, data } = await share({ password: 'correct horse' })
    expect([data.has_password, JSON.stringify(data).includes('correct')]).toEqual([true, false])
    expect((await open(token)).errors).toEqual({ password: ['is required'] })
    const wrong = { status: 403, code: 'share_password_wrong' }
    for (let tries = 0; tries < 9; tries++) expect(await open(token, 'guess')).toMatchObject(wrong)
    expect((await open(token, 'correct horse')).status).toBe(200)
    for (let tries = 0; tries < 10; tries++) expect(await open(token, 'guess')).toMatchObject(wrong)
    const limited = await open(token, 'correct horse')
    expect([limited.status, limited.code]).toEqual([429, 'rate_limited'])
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(800)
    expect(await shares()).toMatchObject([{ download_count: 1 }])
    travel(16)
    expect((await open(token, 'correct horse')).status).toBe(200)
  })

  test.each([
    ['is revoked', { revoke: true }],
    ['expires', { minutes: 31 }],
    ['has its file in the trash', { trash: true }],
    ['has its file quarantined', { quarantine: true }],
    ['is of a suspended account', { suspend: true }],
  ])(
    'ends when it %s, with what it opened, and says no more than an unknown one',
    async (_, how) => {
      const here = await sharing()
      const { owner, platform, id, share, open, fetch, visitor, travel, join } = here
      const expires_at = new Date(Date.now() + 30 * 60_000).toISOString()
      const { id: shareId, token } = await share({ expires_at })
      const { data: opened } = await open(token)
      expect((await fetch(opened.url)).statusCode).toBe(200)
      const admin = await join('admin')
      if ('revoke' in how) await owner.delete(`/files/${id}/share/${shareId}`)
      if ('minutes' in how) travel(how.minutes)
      if ('trash' in how) await owner.delete(`/files/${id}`)
      if ('quarantine' in how) await admin.post(`/admin/files/${id}/quarantine`, { reason: 'x' })
      if ('suspend' in how) {
        await platform.database
          .updateTable('accounts')
          .set({ status: 'suspended' })
          .where('id', '=', owner.accountId)
          .execute()
      }
      const unknown = await visitor.get('/shares/unknown')
      const ended = await visitor.get(`/shares/${token}`)
      expect({ ...ended.body, request_id: '' }).toEqual({ ...unknown.body, request_id: '' })
      expect((await open(token)).status).toBe(404)
      expect((await fetch(opened.url)).statusCode).toBe(404)
    },
  )

  test('that is for looking only is shown, if browsers can show the file', async () => {
    const { owner, share, open, fetch } = await sharing()
    const picture = await fileOf(owner, { filename: 'logo.png', content: PNG })
    const { token } = await share({ access_level: 'view' }, picture.id)
    const reply = await fetch((await open(token)).data.url)
    expect(reply.headers['content-disposition']).toMatch(/^inline/)
    const page = await fileOf(owner, { filename: 'a.html', content: '<p>' })
    const refused = await owner.post(`/files/${page.id}/share`, { access_level: 'view' })
    expect(refused.errors).toHaveProperty('access_level')
  })

  test('is made of a file that can be read, with an expiry in the future, by who may share', async () => {
    const { owner, id, join, stranger, share, look } = await sharing()
    const past = { expires_at: '2020-01-01T00:00:00Z' }
    expect((await owner.post(`/files/${id}/share`, past)).errors).toHaveProperty('expires_at')
    expect((await owner.post(`/files/${id}/share`, { max_downloads: 0 })).status).toBe(422)
    expect((await (await join('member')).post(`/files/${id}/share`, {})).status).toBe(403)
    const foreign = await stranger()
    expect((await foreign.post(`/files/${id}/share`, {})).status).toBe(404)
    const { id: shareId, token } = await share()
    expect((await foreign.delete(`/files/${id}/share/${shareId}`)).status).toBe(404)
    const other = await fileOf(owner)
    expect((await owner.delete(`/files/${other.id}/share/${shareId}`)).status).toBe(404)
    expect(await look(token)).toBe(200)
    const [row] = await rowsOf(owner.ctx, 'file_shares').select().selectAll().execute()
    expect(JSON.stringify(row)).not.toContain(token)
    await owner.delete(`/files/${id}`)
    expect((await owner.post(`/files/${id}/share`, {})).code).toBe('invalid_transition')
  })
})

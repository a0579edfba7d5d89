import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { readConfig } from '../../config.ts'
import type { Failure } from '../kernel/fail.ts'
import type { Platform } from '../kernel/platform.ts'
import { confineFilesHost } from './files_host.ts'

const PUBLIC_URL = 'https://powernode.example.com'
const FILES_URL = 'https://files.example.net'

function serverWith(variables: Record<string, string>) {
  const app = Fastify()
  app.setErrorHandler((error: Failure, _request, reply) => reply.code(error.status).send())
  confineFilesHost(app, { config: readConfig(variables) } as Platform)
  app.get('/f/:id', { config: { servesFiles: true } }, ({ headers }) => ({
    cookie: headers.cookie ?? null,
    authorization: headers.authorization ?? null,
  }))
  app.get('/api/v1/users', () => 'users')
  return (url: string, host: string) =>
    app.inject({ url, headers: { host, cookie: 'session=1', authorization: 'Bearer x' } })
}

test('under the host name of FILES_URL only links to files are answered, without cookies and tokens', async () => {
  const get = serverWith({ PUBLIC_URL, FILES_URL })
  for (const host of ['files.example.net', 'Files.Example.NET']) {
    expect((await get('/f/1', host)).json()).toEqual({ cookie: null, authorization: null })
    for (const url of ['/api/v1/users', '/', '/unknown']) {
      expect((await get(url, host)).statusCode, url).toBe(404)
    }
  }
  const elsewhere = await get('/f/1', 'powernode.example.com')
  expect(elsewhere.json()).toEqual({ cookie: 'session=1', authorization: 'Bearer x' })
  expect((await get('/api/v1/users', 'powernode.example.com')).body).toBe('users')
})

test('without FILES_URL, links to files have the public address', async () => {
  expect(readConfig({ PUBLIC_URL }).filesUrl).toBe(PUBLIC_URL)
  expect(readConfig({ PUBLIC_URL, FILES_URL }).filesUrl).toBe(FILES_URL)
  expect(() => readConfig({ PUBLIC_URL, FILES_URL: PUBLIC_URL })).toThrow(
    'FILES_URL must have another host than PUBLIC_URL',
  )
})

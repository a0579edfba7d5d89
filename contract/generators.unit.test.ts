import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createClient } from '@hey-api/openapi-ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientTypes } from './client_types.ts'
import { readDocument } from './openapi.ts'

const root = join(import.meta.dirname, '..')
const SHAPES = [
  'User',
  'NewUser',
  'UserChanges',
  'Role',
  'ApiKey',
  'Webhook',
  'Delivery',
  'AuditLog',
]

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'powernode-generators-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Compiles files in strict mode; throws with the compiler's message. */
async function compile(...files: string[]) {
  const options = ['--noEmit', '--strict', '--target', 'esnext', '--module', 'esnext']
  const resolution = ['--moduleResolution', 'bundler', '--lib', 'esnext,dom,dom.iterable']
  const args = [...options, ...resolution, '--types', '', ...files]
  await promisify(execFile)(join(root, 'node_modules/.bin/tsc'), args, { cwd: folder }).catch(
    ({ stdout }) => {
      throw new Error(stdout)
    },
  )
}

const typesIn = (text: string) =>
  [...text.matchAll(/^export type (\w+)/gm)].map(([, name = '']) => name)

test('openapi-typescript generates types that compile, one for each named shape', async () => {
  const file = join(folder, 'types.ts')
  const text = await clientTypes(readDocument('public'))
  await writeFile(file, text)
  await compile(file)
  expect(typesIn(text)).toEqual(expect.arrayContaining(SHAPES))
  expect(text).toContain('"webhooks.list": {')
})

test('hey-api generates a client that compiles, with readable names for types and functions', async () => {
  const output = join(folder, 'client')
  await createClient({
    input: { ...readDocument('public') },
    output,
    logs: { level: 'silent' },
    plugins: ['@hey-api/typescript', '@hey-api/sdk', '@hey-api/client-fetch'],
  })
  await compile(join(output, 'index.ts'))
  const types = typesIn(await readFile(join(output, 'types.gen.ts'), 'utf8'))
  const lists = ['WebhooksListData', 'WebhooksListResponse', 'UsersListData']
  expect(types).toEqual(expect.arrayContaining([...SHAPES, ...lists]))
  // Generators append a number to a name when two things have the same name.
  expect(types.filter((name) => /\d$/.test(name))).toEqual([])
  const functions = await readFile(join(output, 'sdk.gen.ts'), 'utf8')
  for (const name of ['usersSuspend', 'webhooksRotateSecret', 'notificationsMarkRead']) {
    expect(functions).toContain(`export const ${name} =`)
  }
})

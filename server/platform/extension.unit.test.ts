import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eventTypes } from '@powernode/contract/events.ts'
import { jobNames } from '@powernode/contract/jobs.ts'
import { expect, test } from 'vitest'
import { ConfigError } from '../config.ts'
import { loadExtensions } from '../extensions.ts'
import { allPermissions, defaultRoles, type Permission } from './auth/permissions.ts'
import { MIGRATIONS, refuseTakenTables } from './db/migrations.ts'
import { compose, defineExtension, type Extension } from './extension.ts'
import { resource } from './http/resource.ts'
import { Nothing } from './http/shapes.ts'

const BoatChannel = { summary: 'Boats.', params: {}, messages: {}, stream: () => undefined }

let count = 0

const boats = () =>
  resource('/boats', (r) => {
    r.get('/:id', { can: 'signed_in', of: Nothing, summary: 'One boat' }, () => {})
  })

/** An extension whose names are its own, but for what is said. */
function extension(more: Partial<Extension> = {}) {
  count++
  return defineExtension({
    name: `boats_${count}`,
    resources: [],
    migrations: MIGRATIONS,
    permissions: {},
    grants: {},
    events: {},
    jobs: {},
    channels: {},
    before: {},
    ...more,
  })
}

const core = {
  resources: [boats()],
  channels: { BoatChannel },
  subscribers: {},
}
const job = { input: {}, queue: 'maintenance', retries: 1, timeoutSeconds: 1 } as const

test('what an extension brings stands beside what the core has', async () => {
  const canoes = resource('/canoes', (r) => {
    r.get('/', { can: 'signed_in', of: Nothing, summary: 'Canoes' }, () => {})
  })
  const domains = await compose(core, [
    extension({
      resources: [canoes],
      permissions: {
        'canoes.read': 'See canoes',
        'admin.canoes.read': 'See every canoe',
        'system.canoes.read': 'Read any canoe',
      },
      grants: { member: ['canoes.read' as Permission] },
      jobs: { paddle: job as never },
      events: { 'canoe.launched': { description: 'A canoe was launched', data: {} as never } },
    }),
  ])
  expect(domains.resources.map(({ path }) => path)).toEqual(['/boats', '/canoes'])
  expect(core.resources).toHaveLength(1)
  expect([eventTypes.at(-1), jobNames.at(-1)]).toEqual(['canoe.launched', 'paddle'])
  expect(allPermissions).toContain('canoes.read')
  const held = (role: keyof typeof defaultRoles) =>
    defaultRoles[role].permissions.filter((name) => name.includes('canoes'))
  expect(held('member')).toEqual(['canoes.read'])
  expect(held('developer')).toEqual([])
  expect(held('owner')).toEqual(['canoes.read'])
  expect(held('admin')).toEqual(['canoes.read', 'admin.canoes.read'])
  expect(held('worker')).toEqual(['system.canoes.read'])
})

test.each<[string, Partial<Extension>, string]>([
  ['path', { resources: [boats()] }, 'the route GET /api/v1/boats/:id is there already'],
  [
    'path with a parameter of another name',
    {
      resources: [
        resource('/boats', (r) => {
          r.get('/:boat_id', { can: 'signed_in', of: Nothing, summary: 'A boat' }, () => {})
        }),
      ],
    },
    'the route GET /api/v1/boats/:id is there already',
  ],
  ['permission', { permissions: { 'users.read': '' } }, 'the permission users.read is there'],
  ['job', { jobs: { deliver_mail: job as never } }, 'the job deliver_mail is there already'],
  ['event', { events: { 'user.created': {} as never } }, 'the event user.created is there already'],
  ['channel', { channels: core.channels }, 'the channel BoatChannel is there already'],
])(
  'a %s that is taken stops the boot in one line that names the extension',
  async (_, more, line) => {
    const composed = compose(core, [extension({ name: 'pirates', ...more })])
    await expect(composed).rejects.toThrow(ConfigError)
    await expect(compose(core, [extension({ name: 'pirates', ...more })])).rejects.toThrow(
      `The extension pirates cannot be loaded: ${line}`,
    )
  },
)

test('two extensions may not clash with each other either', async () => {
  const lake = resource('/lakes', (r) => {
    r.get('/', { can: 'signed_in', of: Nothing, summary: 'Lakes' }, () => {})
  })
  const two = [extension({ resources: [lake] }), extension({ name: 'ponds', resources: [lake] })]
  await expect(compose(core, two)).rejects.toThrow('The extension ponds cannot be loaded')
})

test('a table that is taken stops the migration before it begins', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'powernode-extension-'))
  await writeFile(join(folder, '0001_users.sql'), 'create table users (id uuid primary key);')
  await expect(refuseTakenTables([{ name: 'pirates', migrations: folder }])).rejects.toThrow(
    'The extension pirates cannot be loaded: the table users is there already',
  )
  await rm(folder, { recursive: true })
})

test.each(['nowhere', '../server', 'business/../business', 'Business'])(
  'an extension %s that is not there stops the boot',
  async (name) => {
    await expect(async () => loadExtensions([name])).rejects.toThrow(
      `POWERNODE_EXTENSIONS names ${name}, which is not in extensions/`,
    )
  },
)

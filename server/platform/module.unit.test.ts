import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Contract } from '@powernode/contract/declare.ts'
import { eventTypes } from '@powernode/contract/events.ts'
import { jobNames } from '@powernode/contract/jobs.ts'
import { expect, test } from 'vitest'
import { openModules } from '../app.ts'
import { readConfig } from '../config.ts'
import { loadModules } from '../modules.ts'
import type { Authenticator } from './auth/authenticator.ts'
import { assertUniqueTables } from './db/migrations.ts'
import { healthy } from './health.ts'
import { resource } from './http/resource.ts'
import { Empty } from './http/shapes.ts'
import { ConfigError } from './kernel/config_error.ts'
import { allPermissions, defaultRoles } from './kernel/permissions.ts'
import { compose, type Domain, defineModule } from './module.ts'

/** Names are registered for the whole process, by the first case below. */
let taken = 0

const role = { display_name: 'Somebody', description: 'Is aboard' }
const BoatChannel = { summary: 'Boats.', params: {}, messages: {}, stream: () => undefined }

const boats = () =>
  resource('/boats', (r) => {
    r.get('/:id', { can: 'signed_in', of: Empty, summary: 'One boat' }, () => {})
  })

const hull = async () => healthy

let count = 0

/** A module with one domain and a unique name. */
function module(domain: Partial<Domain> = {}, name = `boats_${++count}`) {
  return defineModule({
    name,
    domains: [{ name, ...domain }],
    migrations: import.meta.dirname,
  })
}

const harbour = () => module({ routes: [boats()], channels: { BoatChannel } })
const job = { input: {} as never, queue: 'maintenance', retries: 1, timeoutSeconds: 1 }
const perMinute = { free: 1, starter: 1, professional: 1, business: 1 }
const tickets: Authenticator = {
  kind: 'user',
  prefix: 'tk_',
  header: 'x-ticket',
  load: () => Promise.reject(new Error('nobody is aboard')),
}
const event = { description: 'A canoe was launched', data: {} as never }

test('an optional module adds to the required ones', async () => {
  const canoes = resource('/canoes', (r) => {
    r.get('/', { can: 'signed_in', of: Empty, summary: 'Canoes' }, () => {})
  })
  const contract: Contract = {
    permissions: {
      'canoes.read': { description: 'See canoes', roles: ['paddler'] },
      'admin.canoes.read': { description: 'See every canoe' },
      'system.canoes.read': { description: 'Read any canoe' },
    },
    roles: {
      paddler: { ...role, role_type: 'user' },
      captain: { ...role, role_type: 'user', holds: ['resource'] },
      admiral: { ...role, role_type: 'admin', holds: ['resource', 'admin'] },
      engine: { ...role, role_type: 'system', holds: ['system'] },
      passenger: { ...role, role_type: 'user' },
    },
    jobs: { paddle: job },
    events: { 'canoe.launched': event },
  }
  const composed = await compose([harbour()], [module({ routes: [canoes], contract }, 'canoes')])
  expect(composed.resources.map(({ path }) => path)).toEqual(['/boats', '/canoes'])
  expect(composed.optional).toEqual(['canoes'])
  expect([eventTypes.at(-1), jobNames.at(-1)]).toEqual(['canoe.launched', 'paddle'])
  expect(allPermissions).toContain('canoes.read')
  const held = (name: string) =>
    defaultRoles[name]?.permissions.filter((permission) => permission.includes('canoes'))
  expect(held('paddler')).toEqual(['canoes.read'])
  expect(held('passenger')).toEqual([])
  expect(held('captain')).toEqual(['canoes.read'])
  expect(held('admiral')).toEqual(['canoes.read', 'admin.canoes.read'])
  expect(held('engine')).toEqual(['system.canoes.read'])
})

test.each<[string, Partial<Domain>, string]>([
  ['path', { routes: [boats()] }, 'the route GET /api/v1/boats/:id already exists'],
  [
    'path with a parameter of another name',
    {
      routes: [
        resource('/boats', (r) => {
          r.get('/:boat_id', { can: 'signed_in', of: Empty, summary: 'A boat' }, () => {})
        }),
      ],
    },
    'the route GET /api/v1/boats/:id already exists',
  ],
  ['table', { tables: ['users'] }, 'the table users already exists'],
  [
    'permission',
    { contract: { permissions: { 'fleet.read': { description: 'See the fleet' } } } },
    'the permission fleet.read already exists',
  ],
  ['job', { contract: { jobs: { row: job } } }, 'the job row already exists'],
  ['queue', { contract: { queues: { slipway: {} } } }, 'the queue slipway already exists'],
  ['event', { contract: { events: { 'boat.sunk': event } } }, 'the event boat.sunk already exists'],
  [
    'error code',
    { contract: { errors: { not_found: { status: 404, says: '' } } } },
    'the error code not_found already exists',
  ],
  [
    'class of routes',
    { contract: { rates: { row: { perMinute, weight: 1 } } } },
    'the class of routes row already exists',
  ],
  [
    'counter',
    { contract: { counters: { rows: { counts: 'Rows', by: 'boat' } } } },
    'the counter rows already exists',
  ],
  ['bearer', { authenticate: { ...tickets, header: 'x-boat' } }, 'the bearer tk_… already exists'],
  [
    'header of credentials',
    { authenticate: { ...tickets, prefix: 'pass_' } },
    'the bearer x-ticket already exists',
  ],
  ['part of health', { health: { hull } }, 'the part of health hull already exists'],
  ['channel', { channels: { BoatChannel } }, 'the channel BoatChannel already exists'],
])('a duplicate %s stops the start with one line that names the module', async (_, more, line) => {
  const fleet: Contract = taken++
    ? {}
    : {
        permissions: { 'fleet.read': { description: 'See the fleet' } },
        jobs: { row: job },
        queues: { slipway: {} },
        events: { 'boat.sunk': event },
        rates: { row: { perMinute, weight: 1 } },
        counters: { rows: { counts: 'Rows', by: 'boat' } },
      }
  const known = module({
    tables: ['users'],
    routes: [boats()],
    health: { hull },
    channels: { BoatChannel },
    authenticate: tickets,
    contract: fleet,
  })
  const composed = compose([known], [module(more, 'pirates')])
  await expect(composed).rejects.toThrow(ConfigError)
  await expect(composed).rejects.toThrow(`The module pirates cannot be loaded: ${line}`)
})

test('two optional modules cannot have conflicting names', async () => {
  const lake = resource('/lakes', (r) => {
    r.get('/', { can: 'signed_in', of: Empty, summary: 'Lakes' }, () => {})
  })
  const two = [module({ routes: [lake] }), module({ routes: [lake] }, 'ponds')]
  await expect(compose([], two)).rejects.toThrow('The module ponds cannot be loaded')
})

test('a duplicate table stops the migration before it starts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'powernode-module-'))
  await writeFile(join(folder, '0001_users.sql'), 'create table users (id uuid primary key);')
  const sets = [
    { name: '', folders: [folder] },
    { name: 'pirates', folders: [folder] },
  ]
  await expect(assertUniqueTables(sets)).rejects.toThrow(
    'The module pirates cannot be loaded: the table users already exists',
  )
  await rm(folder, { recursive: true })
})

test.each(['nowhere', '../server', 'business/../business', 'Business'])(
  'a missing module %s stops the start',
  async (name) => {
    await expect(async () => loadModules([name])).rejects.toThrow(
      `POWERNODE_EXTENSIONS names ${name}, which is not in modules/ or extensions/`,
    )
  },
)

test.each([
  ['export default {{{', 'Error'],
  ['throw new Error("no luck")', 'Error: no luck'],
  ['import "./missing.ts"', 'missing.ts'],
  ['export const name = "lakes"', 'needs defineModule({ name, domains, migrations })'],
  ['export default { name: "lakes", domains: [] }', 'needs defineModule('],
  ['export default { name: "ponds", domains: [], migrations: "." }', 'calls it ponds'],
])('a broken module stops the start in one line: %s', async (source, line) => {
  const folder = await mkdtemp(join(tmpdir(), 'powernode-module-'))
  await mkdir(join(folder, 'lakes'))
  await writeFile(join(folder, 'lakes', 'module.ts'), source)
  const error: Error = await loadModules(['lakes'], [folder]).catch((error) => error)
  expect(error).toBeInstanceOf(ConfigError)
  expect(error.message).toMatch(/^The module lakes cannot be loaded: .+$/)
  expect(error.message).toContain(line)
  await rm(folder, { recursive: true })
})

test('required modules and repeated names are refused by name', () => {
  const open = (names: string) => () => openModules(readConfig({ POWERNODE_EXTENSIONS: names }))
  expect(open('identity')).toThrow('names identity, which is always loaded')
  expect(open('business,business')).toThrow('names business twice')
})

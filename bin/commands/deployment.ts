import { randomUUID } from 'node:crypto'
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { storageRoot } from '@powernode/modules/files/domains/storage/drivers.ts'
import { sql } from 'kysely'
import { openModules } from '../../server/app.ts'
import type { Database } from '../../server/platform/db/database.ts'
import { LISTENER_NAME } from '../../server/platform/db/listener.ts'
import type { DeclaredEnvironment } from '../../server/platform/kernel/environment.ts'
import { probeRedis } from '../../server/platform/redis.ts'
import type { Check } from './check.ts'

/** Connections of a server process besides its pool: LISTEN, and two for migrations and backups. */
const EXTRA_CONNECTIONS = 3
/** Connections that stay free for commands and administrators. */
const SPARE_CONNECTIONS = 10
const GIB = 1024 ** 3

/** Checks of what a server gets from its surroundings: proxy, PostgreSQL, Redis and disks. */
export const deploymentChecks: Record<string, Check> = {
  proxy: {
    run({ config: { PUBLIC_URL, TRUST_PROXY } }) {
      if (PUBLIC_URL?.startsWith('https:') && TRUST_PROXY === 0)
        return 'PUBLIC_URL is https, so a proxy is in front, but TRUST_PROXY is not set: all clients would share the address and the rate limits of the proxy. Set it to the number of proxies or to their networks'
      if (TRUST_PROXY !== 0 && !PUBLIC_URL)
        return 'TRUST_PROXY is set, but PUBLIC_URL is not: links in emails would lead to this machine. Set it to the URL that users open'
      return undefined
    },
  },
  privileges: {
    after: ['PostgreSQL'],
    async run({ db }) {
      const { rows } = await sql<{ creates: boolean; foreign: number; role: string }>`
        select current_user as role,
          has_database_privilege(current_database(), 'create')
            and has_schema_privilege(current_schema(), 'create') as creates,
          (select count(*)::int from pg_tables where schemaname in (current_schema(), 'pgboss')
            and not pg_has_role(tableowner, 'member')) as foreign`.execute(db)
      const { creates, foreign, role } = rows[0] ?? { creates: false, foreign: 0, role: '?' }
      if (creates && foreign === 0) return undefined
      return foreign > 0
        ? `${foreign} tables belong to another role than ${role}, so it cannot migrate them: reassign owned by that role to ${role}`
        : `${role} cannot create schemas and tables: make it the owner of the database (alter database … owner to ${role})`
    },
  },
  connections: {
    after: ['PostgreSQL'],
    async run({ config: { DATABASE_POOL_SIZE }, db }) {
      const { rows } = await sql<{ available: number }>`
        select current_setting('max_connections')::int
          - current_setting('superuser_reserved_connections')::int as available`.execute(db)
      const available = rows[0]?.available ?? 0
      const servers = Math.max(1, await countServers(db))
      const needed = servers * (DATABASE_POOL_SIZE + EXTRA_CONNECTIONS) + SPARE_CONNECTIONS
      return needed <= available
        ? undefined
        : `${servers} server processes need ${needed} connections, PostgreSQL has ${available}: raise max_connections, or lower DATABASE_POOL_SIZE (${DATABASE_POOL_SIZE})`
    },
  },
  Redis: {
    after: ['PostgreSQL'],
    async run({ config: { REDIS_URL }, db }) {
      if (REDIS_URL) {
        const problem = await probeRedis(REDIS_URL)
        return problem ? `${problem}: start it, or check REDIS_URL` : undefined
      }
      const servers = await countServers(db)
      return servers > 1
        ? `${servers} server processes run without it, so each counts rate limits for itself: set REDIS_URL for all of them`
        : undefined
    },
  },
  files: {
    async run({ config, minFreeGib }) {
      const { environment } = await openModules(config)
      const declared = config.readDeclared(environment) as DeclaredEnvironment
      const root = storageRoot({ config, environment: declared })
      const probe = join(root, `.doctor-${randomUUID()}`)
      try {
        await mkdir(root, { recursive: true, mode: 0o711 })
        await writeFile(probe, 'written')
        await rm(probe)
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        return `${root} cannot be written (${code}): make it a folder of the user that runs the server, or correct STORAGE_ROOT`
      }
      const free = await freeGib(root)
      // The disk of the data folder has a check of its own.
      return declared.STORAGE_ROOT && free < minFreeGib
        ? `only ${free.toFixed(1)} GiB are free at ${root}: uploads are refused when it is full`
        : undefined
    },
  },
}

/** Free space of the disk with this folder, in GiB. */
export async function freeGib(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return (bavail * bsize) / GIB
}

/** The server processes that are connected to the database: each listens on one connection. */
async function countServers(db: Database): Promise<number> {
  const { rows } = await sql<{ servers: number }>`
    select count(*)::int as servers from pg_stat_activity
    where datname = current_database() and application_name = ${LISTENER_NAME}`.execute(db)
  return rows[0]?.servers ?? 0
}

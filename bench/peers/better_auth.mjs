import { createServer } from 'node:http'
import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { toNodeHandler } from 'better-auth/node'
import pg from 'pg'

/** Sign-in and sessions of better-auth on node:http, in a database of its own. */
const { databaseUrl, poolSize, argon2, cookieCache } = JSON.parse(process.argv[2])

let handle
const http = createServer((request, response) => handle(request, response))
http.listen(0, '127.0.0.1')
await new Promise((listening) => http.once('listening', listening))
const baseURL = `http://127.0.0.1:${http.address().port}`

const auth = betterAuth({
  baseURL,
  secret: 'a secret of the benchmark, of sufficient length',
  database: new pg.Pool({ connectionString: databaseUrl, max: poolSize }),
  emailAndPassword: {
    enabled: true,
    password: {
      hash: (password) => hash(password, argon2),
      verify: ({ hash: digest, password }) => verify(digest, password),
    },
  },
  session: { cookieCache: { enabled: cookieCache, maxAge: 300 } },
  advanced: { database: { joins: true } },
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { level: 'warn' },
})
const { runMigrations } = await getMigrations(auth.options)
await runMigrations()
handle = toNodeHandler(auth)
process.once('disconnect', () => process.exit(0))
process.send({ url: baseURL })

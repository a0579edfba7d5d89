import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** Runs `use` with a new database of the installation's server, and drops it afterwards. */
export async function withDatabase<T>(
  serverUrl: string,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const name = `bench_${randomUUID().slice(0, 8)}`
  await run(serverUrl, `create database ${name}`)
  try {
    return await use(Object.assign(new URL(serverUrl), { pathname: name }).toString())
  } finally {
    await run(serverUrl, `drop database ${name} with (force)`)
  }
}

async function run(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

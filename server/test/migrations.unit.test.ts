import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { indexesOf } from '../platform/db/concurrent_indexes.ts'
import { problemsOfMigration } from './migration_rules.ts'
import { root } from './sources.ts'

/** Earlier ones have run on every installation that a released version upgrades. */
const FIRST_CHECKED = { business: 23, required: 70 }

const files = readdirSync(join(root, 'modules'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /^\w+\/migrations\/\w+\.sql$/.test(path))
  .map((path) => ({ path, name: basename(path, '.sql'), text: readText(path) }))

function readText(path: string) {
  return readFileSync(join(root, 'modules', path), 'utf8')
}

test('migrations block nobody for long, and the previous version can work with them', () => {
  const checked = files.filter(({ path, name }) => {
    const first = path.startsWith('business/') ? FIRST_CHECKED.business : FIRST_CHECKED.required
    return Number(name.slice(0, 4)) >= first
  })
  expect(checked.flatMap(({ name, text }) => problemsOfMigration(name, text))).toEqual([])
})

test('indexes.sql only creates indexes concurrently, each once', () => {
  const names = files
    .filter(({ name }) => name === 'indexes')
    .flatMap(({ text }) => indexesOf(text).map((index) => index.name))
  expect(names.length).toBeGreaterThan(0)
  expect(names).toEqual([...new Set(names)])
  expect(() => indexesOf('create index plain on users (name);')).toThrow('may only create indexes')
  expect(() => indexesOf('create unique index concurrently one on users (name);')).toThrow()
})

describe('the check of migrations', () => {
  test.for([
    ['create index users_x on users (x);', 'builds an index under a lock'],
    ['create index on users (x);', 'builds an index under a lock'],
    ['create unique index users_x on users (x);', 'builds an index under a lock'],
    ['alter table users alter column x type bigint;', 'rewrites the table'],
    ['alter table users add column y uuid default gen_random_uuid();', 'rewrites the table'],
    ['alter table users add constraint x check (x > 0);', 'checks the whole table'],
    ['alter table users add column y uuid references accounts;', 'checks the whole table'],
    ["update users set x = 'y';", 'changes rows'],
    ['delete from users where x;', 'deletes rows'],
    ['drop table users;', 'the previous version cannot work with'],
    ['alter table users rename x to y;', 'the previous version cannot work with'],
    ['alter table users drop column x;', 'the previous version cannot work with'],
  ] as const)('reports %s', ([text, problem]) => {
    expect(problemsOfMigration('0099_x', text).join()).toContain(problem)
  })

  test.for([
    'create table boats (id uuid primary key);\ncreate index boats_x on boats (x);',
    'alter table users add column x text;',
    "alter table users add column x text not null default '';",
    'alter table users add constraint x check (x > 0) not valid;',
    '-- locks: settings has a row per setting\nupdate settings set x = 1;',
  ])('accepts %s', (text) => {
    expect(problemsOfMigration('0099_x', text)).toEqual([])
  })

  test('accepts a change that the previous version cannot work with if the name says so', () => {
    expect(problemsOfMigration('0099_x_breaking', 'drop table users;')).toEqual([])
  })
})

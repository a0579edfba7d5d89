import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './sources.ts'

const deploy = join(root, 'deploy')
const files = readdirSync(deploy, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(Dockerfile|\.(yml|yaml|service|conf|example)|Caddyfile)$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(deploy, path), 'utf8') }))

const namesIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, name = '']) => name)

/** Those of other programs, and of the compose file itself. */
const foreign = [
  'NODE_ENV',
  'POSTGRES_USER',
  'POSTGRES_PASSWORD',
  'POSTGRES_INITDB_ARGS',
  'POWERNODE_HOST',
  'SERVER_PROCESSES',
]

test('recipes set only settings that exist', () => {
  const example = readFileSync(join(root, '.env.example'), 'utf8')
  const known = [...namesIn(example, /^#? ?([A-Z_]+)=/gm), ...foreign]
  const used = files.flatMap(({ path, text }) => {
    const pattern = path.endsWith('.service')
      ? /^Environment=([A-Z_]+)=/gm
      : path.endsWith('.example')
        ? /^#? ?([A-Z_]+)=/gm
        : /^\s+(?:- \{ name: |)([A-Z]+_[A-Z_]+)(?::|,)/gm
    return namesIn(text, pattern)
  })
  expect(used.length).toBeGreaterThan(20)
  expect(used.filter((name) => !known.includes(name))).toEqual([])
})

test('every recipe says what was tried', () => {
  const silent = files.filter(
    ({ path, text }) => !/Tried: /.test(text) && !/templates|values\.yaml|\.example$/.test(path),
  )
  expect(silent.map(({ path }) => path)).toEqual([])
})

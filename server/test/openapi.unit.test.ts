import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readDocument } from '@powernode/contract/openapi.ts'
import spectral from '@stoplight/spectral-core'
import owasp from '@stoplight/spectral-owasp-ruleset'
import { expect, onTestFinished, test } from 'vitest'
import { exceptions } from './openapi_rules.ts'

const ERROR = 0
const root = join(import.meta.dirname, '../..')
const names = ['public', 'internal'] as const

test.each(names)('the %s OpenAPI document passes redocly lint', async (name) => {
  const folder = await mkdtemp(join(tmpdir(), 'powernode-openapi-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const document = join(folder, 'openapi.json')
  await writeFile(document, JSON.stringify(readDocument(name)))
  const program = join(root, 'node_modules/.bin/redocly')
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  // Exits with an error, and prints all findings, if there is at least one error.
  const options = { cwd: root, env, maxBuffer: 64 * 1024 * 1024 }
  await promisify(execFile)(program, ['lint', document], options)
})

test('the OpenAPI documents follow the OWASP rules, except for listed exceptions', async () => {
  const linter = new spectral.Spectral()
  linter.setRuleset({ extends: [owasp as never] })
  const found = await Promise.all(
    names.map((name) => linter.run(JSON.stringify(readDocument(name)))),
  )
  const findings = found
    .flat()
    .filter(({ severity }) => severity === ERROR)
    .map(({ code, path, message }) => ({ code, at: path.join('/'), message }))
  const excepts = ({ code, at }: (typeof findings)[number]) =>
    exceptions.find((exception) => exception.rule === code && exception.at.test(at))
  expect(findings.filter((finding) => !excepts(finding))).toEqual([])
  expect(exceptions.filter((one) => !findings.some((finding) => excepts(finding) === one))).toEqual(
    [],
  )
})

import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import spectral from '@stoplight/spectral-core'
import owasp from '@stoplight/spectral-owasp-ruleset'
import { expect, test } from 'vitest'
import { exceptions } from './openapi_rules.ts'

const ERROR = 0
const root = join(import.meta.dirname, '../..')
const document = join(root, 'contract/openapi.json')

test('the OpenAPI document is sound to redocly', async () => {
  const program = join(root, 'node_modules/.bin/redocly')
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  // It fails, with all it found on its output, when there is one error.
  const options = { cwd: root, env, maxBuffer: 64 * 1024 * 1024 }
  await promisify(execFile)(program, ['lint', document], options)
})

test('the OpenAPI document follows the rules of OWASP, but for the exceptions with a reason', async () => {
  const linter = new spectral.Spectral()
  linter.setRuleset({ extends: [owasp as never] })
  const findings = (await linter.run(await readFile(document, 'utf8')))
    .filter(({ severity }) => severity === ERROR)
    .map(({ code, path, message }) => ({ code, at: path.join('/'), message }))
  const excepts = ({ code, at }: (typeof findings)[number]) =>
    exceptions.find((exception) => exception.rule === code && exception.at.test(at))
  expect(findings.filter((finding) => !excepts(finding))).toEqual([])
  expect(exceptions.filter((one) => !findings.some((finding) => excepts(finding) === one))).toEqual(
    [],
  )
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnvironment, SettingError } from '@powernode/contract/environment.ts'
import { expect, test } from 'vitest'
import { readProcessConfig } from './config.ts'

const TOKEN = 'swt_0123456789abcdef'
const body = { BACKEND_API_URL: 'http://localhost:3000', WORKER_TOKEN: TOKEN }

test('only address and token are required', () => {
  expect(readProcessConfig(body)).toMatchObject({ url: 'http://localhost:3000', token: TOKEN })
})

test('empty means unset', () => {
  const config = readProcessConfig({ ...body, WORKER_CONCURRENCY: '', LOG_LEVEL: '' })
  expect(config).toMatchObject({ concurrency: 100, logLevel: 'info' })
})

test('an address may have a path, for a proxy', () => {
  const { url } = readProcessConfig({ ...body, BACKEND_API_URL: 'https://example.com/powernode/' })
  expect(url).toBe('https://example.com/powernode')
})

test.each([
  ['BACKEND_API_URL', '', 'BACKEND_API_URL must be the address of the server'],
  ['BACKEND_API_URL', 'localhost:3000', 'BACKEND_API_URL must be the address of the server'],
  ['BACKEND_API_URL', 'http://me:secret@localhost', 'without user, query or fragment'],
  ['BACKEND_API_URL', 'http://localhost:3000/?a=b', 'without user, query or fragment'],
  ['WORKER_TOKEN', '', 'WORKER_TOKEN is not set'],
  ['WORKER_TOKEN', 'a-secret-that-no-server-knows', 'WORKER_TOKEN must be swt_ and at least 16'],
  ['WORKER_CONCURRENCY', '0', 'WORKER_CONCURRENCY must be a whole number'],
  ['LOG_LEVEL', 'verbose', 'LOG_LEVEL must be one of fatal, error, warn, info, debug, silent'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'foo', 'must be a URL starting with http:// or https://'],
  ['OTEL_TRACES_SAMPLER', 'sometimes', 'OTEL_TRACES_SAMPLER must be one of always_on, always_off'],
  ['OTEL_TRACES_SAMPLER_ARG', '2', 'OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1'],
])('%s=%s is refused in one line', (name, value, line) => {
  const read = () => readProcessConfig({ ...body, [name]: value })
  expect(read).toThrow(SettingError)
  expect(read).toThrow(line)
})

test('a settings file provides defaults for the environment; an unreadable one is named in the error', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'powernode-env-'))
  const file = join(folder, '.env')
  await writeFile(file, 'BACKEND_API_URL=http://10.0.0.1:3000\nHOME=/elsewhere\n')
  const environment = readEnvironment(file)
  expect(environment.BACKEND_API_URL).toBe('http://10.0.0.1:3000')
  expect(environment.HOME).toBe(process.env.HOME)
  expect(() => readEnvironment(folder)).toThrow(`${folder} cannot be read (EISDIR)`)
  expect(readEnvironment(join(folder, 'none'))).toEqual(process.env)
  await rm(folder, { recursive: true })
})

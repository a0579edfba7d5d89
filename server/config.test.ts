import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { ConfigError } from './platform/kernel/config_error.ts'

const KEY = Buffer.alloc(32).toString('base64')

test('every setting has a usable default', () => {
  const config = readConfig({})
  expect(config).toMatchObject({ PORT: 3000, publicUrl: 'http://localhost:3000' })
  expect(Object.isFrozen(config)).toBe(true)
})

test('an empty value counts as unset', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 })
})

test.each([
  ['PORT', 'abc', 'PORT must be a whole number'],
  ['PORT', '70000', 'PORT must be a whole number'],
  ['SERVER_PROCESSES', '0', 'SERVER_PROCESSES must be a whole number from 1 to 64'],
  ['MAIL_FROM', 'nobody', 'MAIL_FROM must be an email address'],
  ['DATABASE_URL', 'mysql://x', 'DATABASE_URL must be a URL starting with postgres://'],
  ['PUBLIC_URL', 'example.com', 'PUBLIC_URL must be a URL'],
  ['PUBLIC_URL', 'ftp://example.com', 'PUBLIC_URL must be a URL'],
  ['PUBLIC_URL', 'https://example.com/powernode', 'without user, path, query or fragment'],
  ['PUBLIC_URL', 'https://example.com/?', 'without user, path, query or fragment'],
  ['PUBLIC_URL', 'https://example.com?a=b', 'without user, path, query or fragment'],
  ['PUBLIC_URL', 'https://example.com#top', 'without user, path, query or fragment'],
  ['PUBLIC_URL', 'https://me:secret@example.com', 'without user, path, query or fragment'],
  ['CORS_ORIGINS', 'https://a.example.com, *', 'CORS_ORIGINS must be a URL'],
  ['CORS_ORIGINS', 'https://a.example.com/app', 'without user, path, query or fragment'],
  [
    'WORKER_TOKEN',
    'a-long-enough-secret-of-some-kind',
    'WORKER_TOKEN must be swt_ and at least 16',
  ],
  ['WORKER_TOKEN', 'swt_short', 'WORKER_TOKEN must be swt_ and at least 16'],
  ['WORKER_TOKEN', 'swt_with a blank inside of it', 'WORKER_TOKEN must be swt_ and at least 16'],
  ['REDIS_URL', 'http://localhost', 'REDIS_URL must be a URL starting with redis://'],
  ['POWERNODE_MASTER_KEY', 'short', 'POWERNODE_MASTER_KEY must be 32 bytes'],
  ['POWERNODE_MASTER_KEY', `!${KEY}`, 'POWERNODE_MASTER_KEY must be 32 bytes in base64'],
  ['POWERNODE_MASTER_KEY', KEY.replace('A', '-A'), 'POWERNODE_MASTER_KEY must be 32 bytes'],
  ['DATABASE_URL', 'postgres://h/x?sslmode=foo', 'DATABASE_URL has sslmode=foo, which must be one'],
  ['OTEL_TRACES_SAMPLER', 'sometimes', 'OTEL_TRACES_SAMPLER must be one of always_on'],
  ['OTEL_TRACES_SAMPLER_ARG', '2', 'OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1'],
  ['METRICS_TOKEN', 'short', 'METRICS_TOKEN must have at least 16 characters'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of'],
  ['TRUST_PROXY', 'yes', 'TRUST_PROXY must be a number of proxies up to 32, or addresses'],
  ['TRUST_PROXY', '10.0.0.0/8,proxy.example.com', 'TRUST_PROXY must be a number of proxies'],
  ['TRUST_PROXY', '-1', 'TRUST_PROXY must be a number of proxies'],
])('%s=%s is refused in one line', (name, value, line) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigError)
  expect(() => readConfig({ [name]: value })).toThrow(line)
})

test.each([
  'postgres://u:p/w@db.example.com/x',
  'postgres://u:1/w@db.example.com/x',
  'postgres://u:p#w@db.example.com/x',
  'postgres://u:1?w@db.example.com/x',
  'postgres://u:p%w@db.example.com/x',
  'postgres://u:p@ss/w@db.example.com/x',
])('DATABASE_URL=%s is refused with the characters to encode', (url) => {
  expect(() => readConfig({ DATABASE_URL: url })).toThrow(
    'DATABASE_URL is not a valid URL: percent-encode @ : / ? # % in its user and password as %40 %3A',
  )
})

test('a DATABASE_URL with a missing certificate file is refused', () => {
  const url = 'postgres://u:p@db.example.com/x?sslrootcert=/no/such.pem'
  expect(() => readConfig({ DATABASE_URL: url })).toThrow(
    'DATABASE_URL names a file that does not exist: sslrootcert=/no/such.pem',
  )
})

test('rate limits cannot be disabled in production', () => {
  const disabled = { DISABLE_RATE_LIMITING: 'true' }
  expect(readConfig(disabled).DISABLE_RATE_LIMITING).toBe(true)
  expect(() => readConfig({ ...disabled, NODE_ENV: 'production' })).toThrow(
    'DISABLE_RATE_LIMITING must not be true if NODE_ENV is production',
  )
})

test('origins are normalised as browsers write them', () => {
  const { publicUrl, CORS_ORIGINS } = readConfig({
    PUBLIC_URL: 'HTTPS://P.example.com:443/',
    CORS_ORIGINS: 'https://App.example.com/,http://localhost:5173',
  })
  expect(publicUrl).toBe('https://p.example.com')
  expect(CORS_ORIGINS).toEqual(['https://app.example.com', 'http://localhost:5173'])
})

test('a master key may have surrounding spaces and no padding', () => {
  for (const text of [KEY, ` ${KEY}\n`, KEY.slice(0, -1)]) {
    expect(readConfig({ POWERNODE_MASTER_KEY: text }).POWERNODE_MASTER_KEY).toEqual(
      Buffer.alloc(32),
    )
  }
})

test('spaces around the worker token are removed', () => {
  const { WORKER_TOKEN } = readConfig({ WORKER_TOKEN: ' swt_0123456789abcdef\n' })
  expect(WORKER_TOKEN).toBe('swt_0123456789abcdef')
})

test('the public address is PUBLIC_URL, or else host and port', () => {
  expect(readConfig({ PUBLIC_URL: 'https://p.example.com/' }).publicUrl).toBe(
    'https://p.example.com',
  )
  expect(readConfig({ HOST: '0.0.0.0', PORT: '80' }).publicUrl).toBe('http://localhost:80')
  expect(readConfig({ HOST: 'fd00::7' }).publicUrl).toBe('http://[fd00::7]:3000')
})

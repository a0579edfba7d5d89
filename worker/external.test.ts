import type { LookupAddress } from 'node:dns'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ForbiddenTarget, publicLookup } from '@powernode/contract/lookups.ts'
import { isPublicAddress, targetRefusal } from '@powernode/contract/targets.ts'
import { Agent, request } from 'undici'
import { afterEach, describe, expect, test } from 'vitest'
import { postToUrl } from './external.ts'

const hostile = [
  'http://example.com/hook',
  'ftp://example.com/hook',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'https://user:secret@example.com/',
  'https://example.com/#fragment',
  '/relative',
  'https://localhost/',
  'https://localhost./',
  'https://LOCALHOST/',
  'https://app.localhost/',
  'https://intranet/',
  'https://printer.local/',
  'https://db.internal/',
  'https://metadata.google.internal/computeMetadata/v1/',
  'https://router.home.arpa/',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.0.0.1/',
  'https://0177.0.0.1/',
  'https://017700000001/',
  'https://127.0.0.1./',
  'https://①②⑦.0.0.1/',
  'https://0.0.0.0/',
  'https://0/',
  'https://10.0.0.1/',
  'https://172.16.0.1/',
  'https://192.168.1.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://0xa9fea9fe/',
  'https://100.64.0.1/',
  'https://100.100.100.200/',
  'https://168.63.129.16/',
  'https://192.0.0.192/',
  'https://198.18.0.1/',
  'https://224.0.0.1/',
  'https://240.0.0.1/',
  'https://255.255.255.255/',
  'https://[::1]/',
  'https://[::]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b:1::a00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[2001::1]/',
  'https://[fe80::1]/',
  'https://[fd00:ec2::254]/',
  'https://[fc00::1]/',
  'https://[ff02::1]/',
  'https://[2001:db8::1]/',
  'https://example.com:22/',
  'https://example.com:6379/',
  'https://example.com:5432/',
  `https://example.com/${'x'.repeat(1000)}`,
]

describe('a forbidden URL is refused before its name is resolved', () => {
  test.each(hostile)('%s', async (url) => {
    expect(targetRefusal(url, false)).toBeTypeOf('string')
    const outgoing = { url, headers: {}, body: '{}', timeoutMs: 1000, allowPrivate: false }
    await expect(postToUrl(outgoing, new AbortController().signal)).rejects.toThrow(ForbiddenTarget)
  })
})

test.each([
  'https://example.com/hooks?a=b',
  'https://example.com:8443/',
  'https://8.8.8.8/',
  'https://[2606:4700:4700::1111]/',
  'https://xn--bcher-kva.example/',
])('%s is allowed', (url) => {
  expect(targetRefusal(url, false)).toBeUndefined()
})

test('no private, translated or special address counts as public', () => {
  const addresses = ['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111']
  expect(addresses.filter(isPublicAddress)).toEqual(addresses)
  const internal = [
    '127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'fe80::1%eth0',
  ]
  expect([...internal, 'not an address', ''].filter(isPublicAddress)).toEqual([])
})

/** A name server with given responses in order, simulating external DNS. */
function responses(...turns: LookupAddress[][]) {
  let requests = 0
  const resolve = (_host: string, _options: object, done: (e: null, a: LookupAddress[]) => void) =>
    done(null, turns[Math.min(requests++, turns.length - 1)] ?? [])
  return { resolve: resolve as never, count: () => requests }
}

const v4 = (address: string) => ({ address, family: 4 })

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

describe('a name', () => {
  const connectVia = (turns: LookupAddress[][]) =>
    request('http://rebinding.example:1/', {
      dispatcher: new Agent({ connect: { lookup: publicLookup(responses(...turns).resolve) } }),
    })

  test.each([
    ['a private address', [v4('10.0.0.1')]],
    ['the metadata address', [v4('169.254.169.254')]],
    ['a public and a private address', [v4('8.8.8.8'), v4('192.168.0.1')]],
    ['a loopback address of IPv6', [{ address: '::1', family: 6 }]],
    ['nothing', []],
  ])('that resolves to %s is refused before a connection', async (_, addresses) => {
    await expect(connectVia([addresses])).rejects.toThrow(ForbiddenTarget)
  })

  test('is checked for each connection, which uses only the checked addresses', async () => {
    const names = responses([v4('8.8.8.8'), v4('1.1.1.1')], [v4('127.0.0.1')])
    const lookUp = publicLookup(names.resolve)
    const connect = (all: boolean) =>
      new Promise((done, reject) => {
        lookUp('rebinding.example', { all }, (error, found) =>
          error ? reject(error) : done(found),
        )
      })
    expect(await connect(true)).toEqual([v4('8.8.8.8'), v4('1.1.1.1')])
    await expect(connect(true)).rejects.toThrow(ForbiddenTarget)
    expect(names.count()).toBe(2)
  })
})

test('a redirect is a response and is not followed', async () => {
  const requests: string[] = []
  const server = createServer((incoming, response) => {
    requests.push(incoming.url ?? '')
    response.writeHead(302, { location: '/secret' }).end('moved')
  }).listen(0, '127.0.0.1')
  closing.push(() => server.close())
  await new Promise((listening) => server.once('listening', listening))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/hook`
  const outgoing = { url, headers: {}, body: '{}', timeoutMs: 2000, allowPrivate: true }
  const reply = await postToUrl(outgoing, new AbortController().signal)
  expect(reply.status).toBe(302)
  expect((await reply.read(() => false)).text).toBe('moved')
  expect(requests).toEqual(['/hook'])
})

test('only the start of an endless response is read', async () => {
  const server = createServer((_, response) => {
    const fields = () => {
      while (!response.destroyed && response.write('x'.repeat(8192)));
    }
    response.on('drain', fields)
    fields()
  }).listen(0, '127.0.0.1')
  closing.push(() => server.close())
  await new Promise((listening) => server.once('listening', listening))
  const { port } = server.address() as AddressInfo
  const outgoing = { headers: {}, body: '{}', timeoutMs: 5000, allowPrivate: true }
  const reply = await postToUrl(
    { ...outgoing, url: `http://127.0.0.1:${port}/` },
    new AbortController().signal,
  )
  const { text } = await reply.read(() => false)
  expect(text.length).toBeLessThan(200_000)
})

import { describe, expect, test } from 'vitest'
import {
  addressOf,
  callerAddress,
  isNetwork,
  isWithin,
  networksOf,
  trustedProxies,
} from './addresses.ts'

test('IPv4 and IPv6 addresses and networks are valid, other texts are not', () => {
  for (const text of ['10.0.0.1', '10.0.0.0/8', '::1', '2001:db8::/32', '::ffff:10.0.0.1']) {
    expect([text, isNetwork(text)]).toEqual([text, true])
  }
  const wrong = [
    '',
    '10',
    '0x7f.1',
    '010.0.0.1',
    '10.0.0.0/33',
    '10.0.0.0/',
    '::1/129',
    '1.2.3.4/8/8',
  ]
  for (const text of [...wrong, 'fe80::1%eth0', 'example.com', '10.0.0.256', ' 10.0.0.1']) {
    expect([text, isNetwork(text)]).toEqual([text, false])
  }
})

test('an address is only within its own network, in any notation', () => {
  const networks = networksOf(['10.1.0.0/16', '192.0.2.7', '2001:db8::/32'])
  for (const address of ['10.1.255.255', '::ffff:10.1.2.3', '192.0.2.7', '2001:db8::9']) {
    expect([address, isWithin(address, networks)]).toEqual([address, true])
  }
  for (const address of ['10.2.0.0', '192.0.2.8', '2001:db9::', '::1', 'nonsense', '']) {
    expect([address, isWithin(address, networks)]).toEqual([address, false])
  }
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2:bbbb::2', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::/64', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80::/64'],
  ['nonsense', 'nonsense'],
])('%s is counted as %s', (ip, counted) => {
  expect(addressOf(ip)).toBe(counted)
})

describe('the address of a caller', () => {
  const PROXY = '10.0.0.1'

  test.each([
    // No proxy is trusted by default.
    ['false', '198.51.100.7', PROXY],
    ['0', '198.51.100.7', PROXY],
    // Proxies append to the list, so entries of the caller are on its left.
    ['true', '203.0.113.9, 198.51.100.7', '198.51.100.7'],
    ['1', '203.0.113.9,198.51.100.7', '198.51.100.7'],
    ['2', '203.0.113.9, 198.51.100.7, 10.0.0.2', '198.51.100.7'],
    ['2', '198.51.100.7', '198.51.100.7'],
    ['10.0.0.0/8', '203.0.113.9, 198.51.100.7, 10.9.9.9', '198.51.100.7'],
    ['10.0.0.1, 192.0.2.0/24', '203.0.113.9, 198.51.100.7, 192.0.2.3', '198.51.100.7'],
    ['192.0.2.0/24', '198.51.100.7', PROXY],
    // Reading stops at an invalid entry: earlier entries may be forged.
    ['1', '198.51.100.7, unknown', PROXY],
    ['2', '203.0.113.9, unix:, 10.0.0.2', '10.0.0.2'],
    ['3', "203.0.113.9, <script>, ' or 1=1", PROXY],
    ['1', '', PROXY],
    ['1', '999.1.1.1', PROXY],
    ['1', '10.0.0.0/8', PROXY],
    // Notations of some proxies.
    ['1', '198.51.100.7:4711', '198.51.100.7'],
    ['1', '[2001:db8::7]:4711', '2001:db8::7'],
    ['1', '2001:DB8:0:0::7', '2001:db8::7'],
    ['1', '::ffff:198.51.100.7', '198.51.100.7'],
  ])('with TRUST_PROXY=%s and X-Forwarded-For: %s is %s', (trust, forwarded, expected) => {
    expect(callerAddress(PROXY, forwarded, trustedProxies(trust))).toBe(expected)
  })

  test('is IPv4 if the socket has it as IPv4-mapped IPv6', () => {
    expect(callerAddress('::ffff:10.0.0.1', undefined, 0)).toBe('10.0.0.1')
    expect(callerAddress('::ffff:10.0.0.1', '198.51.100.7', trustedProxies('10.0.0.0/8'))).toBe(
      '198.51.100.7',
    )
  })
})

import { expect, test } from 'vitest'
import { addressOf, isNetwork, isWithin, networksOf } from './addresses.ts'

test('addresses and networks of both families are read, anything else is refused', () => {
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

test('an address is inside its own network only, however it is written', () => {
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

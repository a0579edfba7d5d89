import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import type { RequestInfo } from './request_info.ts'

/** A network, as its first address and how many bits of it count. */
export type Network = [ipaddr.IPv4 | ipaddr.IPv6, number]

/** Which proxies are believed: how many, counted from this server outwards, or those in these networks. */
export type TrustedProxies = number | Network[]

const MAX_HOPS = 32
const MAX_USER_AGENT = 500

/** Reads `TRUST_PROXY`: a number of proxies, addresses or networks; `true` is one, `false` none. Throws for anything else. */
export function trustedProxies(text: string): TrustedProxies {
  if (text === 'true' || text === 'false') return text === 'true' ? 1 : 0
  if (/^\d{1,2}$/.test(text) && Number(text) <= MAX_HOPS) return Number(text)
  const entries = text.split(',').map((entry) => entry.trim())
  if (entries.every(isNetwork)) return networksOf(entries)
  throw new Error(
    `must be a number of proxies up to ${MAX_HOPS}, or addresses and networks with commas between`,
  )
}

/** What is kept of a request beside what it does: its id, the address it was sent from, the program that sent it. */
export function requestInfo(
  { headers, socket }: IncomingMessage,
  id: string,
  trusted: TrustedProxies,
): RequestInfo {
  const ip = callerAddress(socket.remoteAddress ?? '', headers['x-forwarded-for'], trusted)
  return { id, ip, userAgent: headers['user-agent']?.slice(0, MAX_USER_AGENT) ?? null }
}

/**
 * The address a request was sent from. Each proxy appends the address that called it to `X-Forwarded-For`, so the list is
 * read from its end, and only as far as those who wrote it are trusted. An entry that is no address ends the reading: what
 * stands before it may be anybody's invention.
 */
export function callerAddress(
  remote: string,
  forwarded: string | string[] | undefined,
  trusted: TrustedProxies,
): string {
  let caller = plain(remote)
  if (trusted === 0 || forwarded === undefined) return caller
  const entries = String(forwarded).split(',').reverse()
  for (const [hop, entry] of entries.entries()) {
    const believed = typeof trusted === 'number' ? hop < trusted : isWithin(caller, trusted)
    const address = believed ? withoutPort(entry.trim()) : undefined
    if (!address) break
    caller = address
  }
  return caller
}

/** `192.0.2.1:4711` and `[2001:db8::1]:4711` are written by some proxies. Undefined for what is no address. */
function withoutPort(entry: string): string | undefined {
  const address = /^\[(.*)\](:\d+)?$/.exec(entry)?.[1] ?? entry.replace(/^([\d.]+):\d+$/, '$1')
  return parse(address) && !address.includes('/') ? plain(address) : undefined
}

/** Each address in its one spelling; IPv4 as such, also where it is written as IPv6. */
function plain(address: string) {
  return address.includes(':') && ipaddr.isValid(address)
    ? ipaddr.process(address).toString()
    : address
}

/** Whether a text is an IPv4 or IPv6 address, or a network in CIDR notation. */
export function isNetwork(text: string): boolean {
  return parse(text) !== undefined
}

/** Reads addresses and networks that were checked before; a single address is a network of its own. */
export function networksOf(texts: string[]): Network[] {
  return texts.map(parse).filter((network) => network !== undefined)
}

/** Whether an address lies in one of the networks. IPv4 written as IPv6 counts as IPv4. */
export function isWithin(address: string, networks: Network[]): boolean {
  if (!ipaddr.isValid(address)) return false
  const ip = ipaddr.process(address)
  return networks.some(([first, bits]) => ip.kind() === first.kind() && ip.match(first, bits))
}

function parse(text: string): Network | undefined {
  const [address = '', bits, more] = text.split('/')
  const plain = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address)
  if (!plain || address.includes('%') || more !== undefined) return undefined
  if (bits === undefined) {
    const ip = ipaddr.process(address)
    return [ip, ip.kind() === 'ipv4' ? 32 : 128]
  }
  return ipaddr.isValidCIDR(text) ? ipaddr.parseCIDR(text) : undefined
}

/**
 * The address that counts as one caller: an IPv6 network of 64 bits, which a single household or machine has to itself;
 * IPv4 written as IPv6 is IPv4.
 */
export function addressOf(ip: string): string {
  if (!ip.includes(':') || ip.includes('/') || !ipaddr.isValid(ip)) return ip
  const address = ipaddr.process(ip)
  if (!(address instanceof ipaddr.IPv6)) return address.toString()
  return `${new ipaddr.IPv6([...address.parts.slice(0, 4), 0, 0, 0, 0])}/64`
}

import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import type { RequestInfo } from './request_info.ts'

/** A network: its first address and prefix length. */
export type Network = [ipaddr.IPv4 | ipaddr.IPv6, number]

/** The trusted proxies: their number, counted from this server, or their networks. */
export type TrustedProxies = number | Network[]

const MAX_HOPS = 32
const MAX_USER_AGENT = 500

/** Parses `TRUST_PROXY`: a number of proxies, or addresses and networks; `true` is one, `false` none. Throws for other values. */
export function trustedProxies(text: string): TrustedProxies {
  if (text === 'true' || text === 'false') return text === 'true' ? 1 : 0
  if (/^\d{1,2}$/.test(text) && Number(text) <= MAX_HOPS) return Number(text)
  const entries = text.split(',').map((entry) => entry.trim())
  if (entries.every(isNetwork)) return networksOf(entries)
  throw new Error(
    `must be a number of proxies up to ${MAX_HOPS}, or addresses and networks, comma separated`,
  )
}

/** Request metadata: its id, the client address and the user agent. */
export function requestInfo(
  { headers, socket }: IncomingMessage,
  id: string,
  trusted: TrustedProxies,
): RequestInfo {
  const ip = callerAddress(socket.remoteAddress ?? '', headers['x-forwarded-for'], trusted)
  return { id, ip, userAgent: headers['user-agent']?.slice(0, MAX_USER_AGENT) ?? null }
}

/**
 * The client address of a request. Each proxy appends the address of its caller to `X-Forwarded-For`, so the list is read
 * from its end, as long as the proxy that wrote the entry is trusted. Reading stops at an invalid entry: earlier entries
 * may be forged.
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
    const isTrusted = typeof trusted === 'number' ? hop < trusted : isWithin(caller, trusted)
    const address = isTrusted ? withoutPort(entry.trim()) : undefined
    if (!address) break
    caller = address
  }
  return caller
}

/** Removes the port that some proxies write: `192.0.2.1:4711`, `[2001:db8::1]:4711`. Undefined if it is not an address. */
function withoutPort(entry: string): string | undefined {
  const address = /^\[(.*)\](:\d+)?$/.exec(entry)?.[1] ?? entry.replace(/^([\d.]+):\d+$/, '$1')
  return parse(address) && !address.includes('/') ? plain(address) : undefined
}

/** Normalises an address; IPv4-mapped IPv6 becomes IPv4. */
function plain(address: string) {
  return address.includes(':') && ipaddr.isValid(address)
    ? ipaddr.process(address).toString()
    : address
}

/** Whether a text is an IPv4 or IPv6 address, or a network in CIDR notation. */
export function isNetwork(text: string): boolean {
  return parse(text) !== undefined
}

/** Parses validated addresses and networks; a single address is a network with one address. */
export function networksOf(texts: string[]): Network[] {
  return texts.map(parse).filter((network) => network !== undefined)
}

/** Whether an address is in one of the networks. IPv4-mapped IPv6 counts as IPv4. */
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
 * The address by which a caller is counted: for IPv6 the /64 network, which usually belongs to one customer or machine;
 * IPv4-mapped IPv6 counts as IPv4.
 */
export function addressOf(ip: string): string {
  if (!ip.includes(':') || ip.includes('/') || !ipaddr.isValid(ip)) return ip
  const address = ipaddr.process(ip)
  if (!(address instanceof ipaddr.IPv6)) return address.toString()
  return `${new ipaddr.IPv6([...address.parts.slice(0, 4), 0, 0, 0, 0])}/64`
}

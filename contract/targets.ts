import ipaddr from 'ipaddr.js'

const MAX_URL_LENGTH = 1000
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3')
/** Public by its range, yet answered by the host that an Azure machine runs on. */
const AZURE_HOST = '168.63.129.16'
const INSIDE = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|home\.arpa)$/
/** Ports where databases, caches and container engines listen. */
const INSIDE_PORTS = new Set([
  ...[2049, 2375, 2376, 2379, 2380, 3306, 3389, 5432, 5672, 5900, 5984, 6379],
  ...[6443, 9042, 9092, 9200, 9300, 10250, 10255, 11211, 15672, 27017, 28015],
])

/**
 * Why nothing may be sent to this URL, in words that follow its name; undefined when it may. The address behind a name is
 * judged by `isPublicAddress` when the connection is made. `allowPrivate` is for tests and development.
 */
export function refusalOf(url: string, allowPrivate: boolean): string | undefined {
  if (!URL.canParse(url)) return 'must be an absolute URL'
  if (url.length > MAX_URL_LENGTH) return `must have at most ${MAX_URL_LENGTH} characters`
  const { protocol, username, password, hash, hostname, port } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return 'must start with https://'
  if (username || password) return 'must not hold a user name or password'
  if (hash) return 'must not have a fragment'
  if (allowPrivate) return undefined
  if (protocol !== 'https:') return 'must start with https://'

  const host = hostname.replace(/\.$/, '')
  const address = host.replace(/^\[|\]$/g, '')
  if (ipaddr.isValid(address)) {
    if (!isPublicAddress(address)) return 'must not lead to a private address'
  } else if (!host.includes('.') || INSIDE.test(host)) return 'must not lead to a private address'
  const number = Number(port || 443)
  if (number === 80 || number === 443) return undefined
  return number < 1024 || INSIDE_PORTS.has(number) ? 'must not use this port' : undefined
}

/** Whether an IP address is one of the public internet: not private, local, reserved, translated or multicast. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast' || parsed.toString() === AZURE_HOST) return false
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_IPV6)
}

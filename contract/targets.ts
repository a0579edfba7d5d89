import ipaddr from 'ipaddr.js'

const MAX_URL_LENGTH = 1000
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3')
/** Public by its range, but handled by the host of an Azure virtual machine. */
const AZURE_HOST = '168.63.129.16'
/** Metadata services of clouds, which return credentials to local callers, besides the link-local addresses. */
const METADATA = new Set([
  AZURE_HOST,
  '100.100.100.200',
  '192.0.0.192',
  'fd00:ec2::254',
  'fd00:ec2::23',
  'fd20:ce::254',
])
const METADATA_NAMES = /^(instance-data|metadata)(\.|$)/
/**
 * What an operator may monitor: the internet and the internal network. No translated addresses, which could hide any
 * address.
 */
const WATCHABLE = new Set(['unicast', 'private', 'loopback', 'uniqueLocal', 'carrierGradeNat'])
const TRANSLATED = ipaddr.parseCIDR('64:ff9b:1::/48')
const INSIDE = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|home\.arpa)$/
/** Ports of databases, caches and container engines. */
const INSIDE_PORTS = new Set([
  2049, 2375, 2376, 2379, 2380, 3306, 3389, 5432, 5672, 5900, 5984, 6379, 6443, 9042, 9092, 9200,
  9300, 10250, 10255, 11211, 15672, 27017, 28015,
])

/**
 * Why nothing may be sent to this URL, as text that follows its name; undefined if allowed. The resolved address is
 * checked by `isPublicAddress` when the connection is made. `allowPrivate` is for tests and development.
 */
export function targetRefusal(url: string, allowPrivate: boolean): string | undefined {
  if (!URL.canParse(url)) return 'must be an absolute URL'
  if (url.length > MAX_URL_LENGTH) return `must have at most ${MAX_URL_LENGTH} characters`
  const { protocol, username, password, hash, hostname, port } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return 'must start with https://'
  if (username || password) return 'must not contain a user name or password'
  if (hash) return 'must not have a fragment'
  if (port === '0') return 'must not use this port'
  if (allowPrivate) return undefined
  if (protocol !== 'https:') return 'must start with https://'

  const host = hostname.replace(/\.$/, '')
  const address = host.replace(/^\[|\]$/g, '')
  if (ipaddr.isValid(address)) {
    if (!isPublicAddress(address)) return 'must not point to a private address'
  } else if (!host.includes('.') || INSIDE.test(host)) return 'must not point to a private address'
  const number = Number(port || 443)
  if (number === 80 || number === 443) return undefined
  return number < 1024 || INSIDE_PORTS.has(number) ? 'must not use this port' : undefined
}

/** Whether an IP address is on the public internet: not private, local, reserved, translated or multicast. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast' || parsed.toString() === AZURE_HOST) return false
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_IPV6)
}

/**
 * Why no check may call this, as text that follows its name; undefined if allowed. `host` is a name or an address as
 * entered. The resolved address is checked by `isWatchable` when the connection is made.
 */
export function refusalOfHost(host: string, mayBePrivate: boolean): string | undefined {
  const address = URL.parse(`http://${host.includes(':') ? `[${host}]` : host}/`)
  if (!address || address.host !== address.hostname || /[/?#@\\\s]/.test(host)) {
    return 'must be a host name or an IP address'
  }
  return refusalOfName(address.hostname, mayBePrivate)
}

/** The same for a URL, which may be plain http: a check sends only what was configured. */
export function refusalOfCheckUrl(url: string, mayBePrivate: boolean): string | undefined {
  const general = targetRefusal(url, true)
  if (general) return general.replace('https://', 'https:// or http://')
  return refusalOfName(new URL(url).hostname, mayBePrivate)
}

/** Whether a check may connect to this IP address. Cloud metadata addresses are never allowed. */
export function isWatchable(address: string, mayBePrivate: boolean): boolean {
  if (!mayBePrivate) return isPublicAddress(address)
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (!WATCHABLE.has(parsed.range()) || METADATA.has(parsed.toString())) return false
  return parsed.kind() === 'ipv4' || !(parsed as ipaddr.IPv6).match(TRANSLATED)
}

function refusalOfName(hostname: string, mayBePrivate: boolean): string | undefined {
  const host = hostname.replace(/\.$/, '').replace(/^\[|\]$/g, '')
  if (METADATA_NAMES.test(host)) return 'must not point to a cloud metadata address'
  if (ipaddr.isValid(host)) {
    if (isWatchable(host, mayBePrivate)) return undefined
    return mayBePrivate ? 'must not point to this address' : 'must not point to a private address'
  }
  if (mayBePrivate) return undefined
  const isInternal = !host.includes('.') || INSIDE.test(host)
  return isInternal ? 'must not point to a private address' : undefined
}

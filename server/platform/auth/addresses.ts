import ipaddr from 'ipaddr.js'

/** A network, as its first address and how many bits of it count. */
export type Network = [ipaddr.IPv4 | ipaddr.IPv6, number]

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

import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'

/** Self-signed for a host that does not exist, valid for a hundred years. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBiDCCAS+gAwIBAgIUD7pWTJ63hV3p9/JvB3QnPWQq6nYwCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwOZGIuZXhhbXBsZS5jb20wIBcNMjYxMTI2MDcwMjQ3WhgPMjEy
NjExMDIwNzAyNDdaMBkxFzAVBgNVBAMMDmRiLmV4YW1wbGUuY29tMFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEenY/6w3Ldq3Tz2MsmENh4ily273UPnXYwCalavvY
EH5l0n3dSrJy7Zov1iz9Q0uxg2IXu8qGyTTciXpT0A9nIqNTMFEwHQYDVR0OBBYE
FDcSCp88zEf56bNc8HDrDZ5BN9X8MB8GA1UdIwQYMBaAFDcSCp88zEf56bNc8HDr
DZ5BN9X8MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIgbKrWhGML
QKAwxp00Ic7nYXBzlA/WwmslYMQqTnFP794CIDdRxhBYtWzRt73GoqYRxB5UWDSW
eoZNtlWzw5+ngIdl
-----END CERTIFICATE-----`
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgFu4d/e9RAe0yT1y2
lzEC5fyGK0X91xbt8Tv1namqLpyhRANCAAR6dj/rDct2rdPPYyyYQ2HiKXLbvdQ+
ddjAJqVq+9gQfmXSfd1KsnLtmi/WLP1DS7GDYhe7yobJNNyJelPQD2ci
-----END PRIVATE KEY-----`

/** A server that implements only the TLS negotiation of the PostgreSQL protocol. */
export async function startTlsPostgres(): Promise<{ port: number; stop(): void }> {
  const clients = new Set<Socket>()
  const server = createServer((client) => {
    clients.add(client)
    client.on('error', () => {})
    client.once('data', () => {
      client.write('S')
      new TLSSocket(client, { isServer: true, key: KEY, cert: CERTIFICATE }).on('error', () => {})
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    stop() {
      for (const client of clients) client.destroy()
      server.close()
    },
  }
}

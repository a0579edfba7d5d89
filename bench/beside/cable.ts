import { freePort } from '../../server/platform/db/ports.ts'
import { measureBroadcasts, startBare } from '../cable.ts'
import type { Installation } from '../installation.ts'
import type { Measurement, Missing } from '../measurement.ts'
import { startProgram, works } from './programs.ts'

const SOCKETS = 1000
const NAME = 'broadcast to 1,000 sockets'
const ACTION_CABLE = {
  channel: 'bench_cable',
  subscribe: JSON.stringify({ command: 'subscribe', identifier: '{"channel":"BenchChannel"}' }),
}

/** A broadcast to 1,000 sockets, beside `ws` alone and Action Cable. */
export async function cable(installation: Installation): Promise<(Measurement | Missing)[]> {
  const bare = await startBare(installation)
  const cable = await startActionCable(installation.databaseUrl)
  try {
    const others = cable ? [bare, cable] : [bare]
    const [beside, besideCable] = await measureBroadcasts(installation, SOCKETS, others)
    if (!beside) throw new Error('nothing was measured')
    const name = `${NAME}: Action Cable`
    const missing = 'not installed: apt-get install ruby-actioncable ruby-activerecord ruby-pg puma'
    return [
      { name: `${NAME}: bare ws`, unit: 'msg/s', ...beside, target: 0.85 },
      besideCable ? { name, unit: 'msg/s', ...besideCable } : { name, missing },
    ]
  } finally {
    bare.stop()
    await cable?.stop()
  }
}

/** Action Cable in one process of Puma, which PostgreSQL notifies like ours; undefined if it is not installed. */
async function startActionCable(databaseUrl: string) {
  const libraries = ['logger', 'active_record', 'action_cable', 'pg'].map((name) => `-r${name}`)
  if (!works('puma', '--version') || !works('ruby', ...libraries, '-e', '')) return undefined
  const address = `127.0.0.1:${await freePort()}`
  const command = ['puma', '-b', `tcp://${address}`, '-e', 'production', '-t', '5:5']
  const { stop } = await startProgram([...command, 'action_cable.ru'], /Ctrl-C/, {
    DATABASE_URL: databaseUrl,
  })
  return { url: `http://${address}/cable`, ...ACTION_CABLE, stop }
}

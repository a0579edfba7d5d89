import { cpus } from 'node:os'
import { audit } from './audit.ts'
import { login, permitted, refresh } from './auth.ts'
import { cable as cablePeers } from './beside/cable.ts'
import { jobs as jobPeers } from './beside/jobs.ts'
import { login as loginPeers } from './beside/login.ts'
import { me as mePeers } from './beside/me.ts'
import { webhooks as webhookPeers } from './beside/webhooks.ts'
import { collecting } from './billing/collecting.ts'
import { events } from './billing/events.ts'
import { ledger } from './billing/ledger.ts'
import { reading } from './billing/reading.ts'
import { reconciling } from './billing/reconciling.ts'
import { sweep } from './billing/sweep.ts'
import { cable } from './cable.ts'
import { files } from './files/files.ts'
import { growth } from './growth.ts'
import { install } from './installation.ts'
import { jobs } from './jobs.ts'
import { keys } from './keys.ts'
import { type Measurement, type Missing, print } from './measurement.ts'
import { processes } from './processes.ts'
import { health, me, users } from './requests.ts'
import { start } from './start.ts'
import { tokens } from './tokens.ts'
import { webhooks } from './webhooks.ts'

const measures = {
  health,
  me,
  tokens,
  users,
  login,
  refresh,
  permitted,
  keys,
  cable,
  jobs,
  webhooks,
  audit,
  growth,
  start,
  processes,
  files,
  'billing.events': events,
  'billing.sweep': sweep,
  'billing.collecting': collecting,
  'billing.reading': reading,
  'billing.ledger': ledger,
  'billing.reconciling': reconciling,
  'peers.me': mePeers,
  'peers.login': loginPeers,
  'peers.jobs': jobPeers,
  'peers.webhooks': webhookPeers,
  'peers.cable': cablePeers,
}
type Name = keyof typeof measures
const all = Object.keys(measures) as Name[]

const requested = process.argv.slice(2)
/** `billing` and `peers` name whole groups. */
const isNamed = (name: Name, by: string) => name === by || name.startsWith(`${by}.`)
/** These take minutes each and run only if they are named. */
const onRequest = (name: Name) =>
  ['growth', 'processes', 'files', 'billing', 'peers'].some((by) => isNamed(name, by))
const unknown = requested.filter((by) => !all.some((name) => isNamed(name, by)))
if (unknown.length > 0) {
  process.stderr.write(
    `no ${unknown.join(', ')}; there are ${all.join(', ')}, and billing and peers\n`,
  )
  process.exit(1)
}
const names = all.filter((name) =>
  requested.length === 0 ? !onRequest(name) : requested.some((by) => isNamed(name, by)),
)

const installation = await install()
const results: (Measurement | Missing)[] = []
try {
  await installation.start()
  for (const name of names) {
    process.stderr.write(`measuring ${name} …\n`)
    results.push(...[await measures[name](installation)].flat())
  }
} catch (error) {
  process.stderr.write(`${installation.log().split('\n').slice(-20).join('\n')}\n`)
  throw error
} finally {
  const [cpu] = cpus()
  process.stdout.write(`\nNode ${process.version}, ${cpus().length} × ${cpu?.model}\n\n`)
  print(results)
  await installation.stop()
  installation.remove()
}

import { cpus } from 'node:os'
import { audit } from './audit.ts'
import { login, permitted, refresh } from './auth.ts'
import { cable } from './cable.ts'
import { growth } from './growth.ts'
import { install } from './installation.ts'
import { jobs } from './jobs.ts'
import { keys } from './keys.ts'
import { type Measurement, print } from './measurement.ts'
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
}
type Name = keyof typeof measures

const requested = process.argv.slice(2)
/** These take minutes each and run only if they are named. */
const onRequest: Name[] = ['growth']
const names = (Object.keys(measures) as Name[]).filter((name) =>
  requested.length === 0 ? !onRequest.includes(name) : requested.includes(name),
)

const installation = await install()
const results: Measurement[] = []
try {
  await installation.start()
  for (const name of names) {
    process.stderr.write(`measuring ${name} …\n`)
    results.push(...[await measures[name](installation)].flat())
  }
  const [cpu] = cpus()
  process.stdout.write(`\nNode ${process.version}, ${cpus().length} × ${cpu?.model}\n\n`)
  print(results)
} catch (error) {
  process.stderr.write(`${installation.log().split('\n').slice(-20).join('\n')}\n`)
  throw error
} finally {
  await installation.stop()
  installation.remove()
}

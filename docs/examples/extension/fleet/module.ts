import { join } from 'node:path'
import { defineModule } from '@powernode/server/platform/module.ts'
import boats from './domains/boats/domain.ts'

export default defineModule({
  name: 'fleet',
  domains: [boats],
  migrations: join(import.meta.dirname, 'migrations'),
})

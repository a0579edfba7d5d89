import { defineDomain } from '@powernode/server/platform/module.ts'
import { metrics } from './metrics.ts'
import { health } from './parts.ts'
import routes from './routes.ts'

export default defineDomain({
  name: 'health',
  routes: [routes],
  metrics,
  health,
})

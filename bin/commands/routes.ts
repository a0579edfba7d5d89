import { readDocument } from '@powernode/contract/openapi.ts'
import { openModules } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'

/** Prints one route per line. */
export async function printRoutes(): Promise<void> {
  const { resources } = await openModules(readConfig())
  for (const { kind, method, path, spec, operation } of resources.flatMap(
    (resource) => resource.routes,
  )) {
    const can = spec.worker ? `${spec.can}, ${spec.worker}` : spec.can
    const name = kind === 'json' ? operation : `${operation} (${kind})`
    process.stdout.write(`${method.padEnd(7)}${path.padEnd(55)} ${can.padEnd(31)} ${name}\n`)
  }
}

/** Prints the committed document for the default extensions, which the checks compare with the routes. */
export function printOpenapi(): void {
  process.stdout.write(`${JSON.stringify(readDocument('public'), null, 2)}\n`)
}

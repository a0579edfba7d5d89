import { readDocument } from '@powernode/contract/openapi.ts'
import { openModules } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'

/** Prints one route per line. */
export async function printRoutes(): Promise<void> {
  const { resources } = await openModules(readConfig())
  for (const { method, path, spec, operation } of resources.flatMap(
    (resource) => resource.routes,
  )) {
    process.stdout.write(
      `${method.padEnd(7)}${path.padEnd(48)}${spec.can.padEnd(32)}${operation}\n`,
    )
  }
}

/** Prints the committed document for the default extensions, which the checks compare with the routes. */
export function printOpenapi(): void {
  process.stdout.write(`${JSON.stringify(readDocument('public'), null, 2)}\n`)
}

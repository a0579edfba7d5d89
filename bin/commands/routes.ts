import { readFileSync } from 'node:fs'
import { resources } from '../../server/app.ts'

/** Prints the table of routes, one a line. */
export function printRoutes(): void {
  for (const { method, path, spec, operation } of resources.flatMap(
    (resource) => resource.routes,
  )) {
    process.stdout.write(
      `${method.padEnd(7)}${path.padEnd(44)}${spec.can.padEnd(22)}${operation}\n`,
    )
  }
}

/** Prints the committed document, which the checks hold equal to the routes. */
export function printOpenapi(): void {
  process.stdout.write(
    readFileSync(new URL('../../contract/openapi.json', import.meta.url), 'utf8'),
  )
}

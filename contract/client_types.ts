import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { type DocumentName, readDocument } from './openapi.ts'

const folder = join(import.meta.dirname, 'generated')

/**
 * The TypeScript types of an OpenAPI document: what `openapi-fetch` needs to type every call, and a type for each named
 * shape.
 */
export async function clientTypes(document: object): Promise<string> {
  const types = await openapiTS(JSON.stringify(document), {
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
  })
  return `// Generated from the OpenAPI document by contract/client_types.ts; not committed.\n\n${astToString(types)}`
}

/** Writes the types of the committed documents. */
export async function writeClientTypes(): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of ['public', 'internal'] satisfies DocumentName[]) {
    await writeFile(join(folder, `${name}.d.ts`), await clientTypes(readDocument(name)))
  }
}

if (import.meta.main) await writeClientTypes()

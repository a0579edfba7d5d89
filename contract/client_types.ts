import openapiTS, { astToString } from 'openapi-typescript'

/** The TypeScript face of the OpenAPI document: what `openapi-fetch` needs to type every call. */
export async function clientTypes(document: string): Promise<string> {
  return `// Written by npm run generate; do not edit.\n\n${astToString(await openapiTS(document))}`
}

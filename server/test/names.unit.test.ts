import { expect, test } from 'vitest'
import { isTest, sources } from './sources.ts'

/** Programs that are checked separately: two of them may export the same name. */
const programs = {
  server: /^(server|modules|extensions|contract)\//,
  web: /^(web\/src|(modules|extensions)\/\w+\/domains\/\w+\/web|contract)\//,
  worker: /^(worker|contract)\/|\/handlers\.ts$/,
  acceptance: /^acceptance\//,
}

/** Files whose exports have the same name in every domain. */
const byPlace =
  /\/(contract|mails|settings|metrics|health|reactions|handlers|principal|documents|generate)\.ts$/

test.each(Object.entries(programs))('each exported name of %s is unique', (name, path) => {
  const exporters = new Map<string, string[]>()
  const files = sources.filter(
    (file) =>
      path.test(file.path) &&
      !isTest(file.path) &&
      !byPlace.test(file.path) &&
      !/\/generated\/|contract\/names\.ts|db\/rows\.ts/.test(file.path) &&
      (name === 'web' || !/\/web\//.test(file.path)),
  )
  for (const { path, text } of files) {
    for (const exported of namesExported(text)) {
      exporters.set(exported, [...(exporters.get(exported) ?? []), path])
    }
  }
  expect(exporters.size).toBeGreaterThan(20)
  expect([...exporters].filter(([, paths]) => paths.length > 1)).toEqual([])
})

/** The exported names of a file; a schema and its type share a name. */
function namesExported(text: string): Set<string> {
  const declared = text.matchAll(
    /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm,
  )
  return new Set([...declared].map(([, name = '']) => name))
}

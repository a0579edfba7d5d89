import { expect, test } from 'vitest'
import { isTest, sources } from './sources.ts'

/** Programs that are read by themselves; what one exports another may call the same. */
const programs = {
  server: /^(server|modules|extensions|contract)\//,
  web: /^(web\/src|(modules|extensions)\/\w+\/domains\/\w+\/web|contract)\//,
  worker: /^(worker|contract)\/|\/handlers\.ts$/,
  acceptance: /^acceptance\//,
}

/** Exports that every domain names alike, by the name of their file. */
const byPlace =
  /\/(contract|mails|settings|metrics|health|reactions|handlers|principal|documents|generate)\.ts$/

test.each(Object.entries(programs))('a name that %s exports means one thing', (name, path) => {
  const exporters = new Map<string, string[]>()
  const files = sources.filter(
    (file) =>
      path.test(file.path) &&
      !isTest(file.path) &&
      !byPlace.test(file.path) &&
      !/contract\/(generated|names\.ts)|db\/rows\.ts/.test(file.path) &&
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

/** The names that a file exports; a schema and its type share theirs. */
function namesExported(text: string): Set<string> {
  const declared = text.matchAll(
    /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm,
  )
  return new Set([...declared].map(([, name = '']) => name))
}

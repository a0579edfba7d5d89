import { expect, test } from 'vitest'
import { loadModules } from '../modules.ts'
import { sources } from './sources.ts'

const names = sources.flatMap(
  ({ path }) => /^(?:modules|extensions)\/(\w+)\/module\.ts$/.exec(path)?.[1] ?? [],
)
const domains = (await loadModules(names)).flatMap((module) => module.domains)

test('each resource with a route by id has an example', () => {
  const examples = Object.assign({}, ...domains.map((domain) => domain.examples))
  const missing = domains.flatMap(({ name, routes = [] }) =>
    routes
      .flatMap((resource) => resource.routes)
      .filter(({ path, noun }) => path.includes('/:id') && !(noun in examples))
      .map(({ noun }) => `domain.ts of ${name} needs ${sample(noun)}`),
  )
  expect([...new Set(missing)]).toEqual([])
})

const sample = (noun: string) =>
  `examples: { ${noun}: ({ owner }) => owner.post('/${noun}', { … }) }`

test('each resource has only one example', () => {
  const nouns = domains.flatMap(({ examples = {} }) => Object.keys(examples))
  expect(nouns.filter((noun, index) => nouns.indexOf(noun) !== index)).toEqual([])
})

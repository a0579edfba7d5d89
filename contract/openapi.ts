import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The operations for users and API keys are documented separately from those for the workers of an installation. */
export type DocumentName = 'public' | 'internal'

/** Components of one kind, by name. */
type Named = Record<string, unknown>
type Components = Record<string, Named>

/** The parts of an OpenAPI document that splitting and joining use. */
export interface CommittedDocument {
  tags: { name: string }[]
  paths: Record<string, Named>
  webhooks?: Record<string, Named>
  components: Components
}

/**
 * A part of a document: the operations of a tag and the components that only they use, or components that several tags
 * use.
 */
type Part = Partial<CommittedDocument>

/** The file of components that several tags use. */
const SHARED = '_shared'
const LINE_WIDTH = 120
const folders = {
  public: join(import.meta.dirname, 'openapi'),
  internal: join(import.meta.dirname, 'openapi/internal'),
}

/** The files of a document, by path: one for each tag, and one for shared components. */
export function filesOf(document: CommittedDocument, name: DocumentName): Map<string, string> {
  const parts = split(JSON.parse(JSON.stringify(document)) as CommittedDocument)
  const files = [...parts].map(([tag, part]) => [
    join(folders[name], `${tag}.json`),
    `${print(part)}\n`,
  ])
  return new Map(files as [string, string][])
}

/** The committed document, joined from its files: that of a server with the default modules. */
export function readDocument(name: DocumentName): CommittedDocument {
  const names = committedFiles(name)
  const parts = names.map((path) => JSON.parse(readFileSync(path, 'utf8')) as Part)
  const { components, ...shared } = parts.find(({ tags }) => !tags) as CommittedDocument
  const tags = parts.flatMap((part) => part.tags ?? [])
  const operations = (kind: 'paths' | 'webhooks') =>
    parts.reduce((all, part) => merged(all, part[kind] ?? {}), {} as Components)
  const webhooks = operations('webhooks')
  return {
    ...shared,
    tags,
    paths: operations('paths'),
    ...(Object.keys(webhooks).length > 0 && { webhooks }),
    components: parts.reduce((all, part) => merged(all, part.components ?? {}), {} as Components),
  }
}

/** The paths of the existing files. */
export function committedFiles(name: DocumentName): string[] {
  const names = readdirSync(folders[name]).filter((file) => file.endsWith('.json'))
  return names.toSorted().map((file) => join(folders[name], file))
}

function split({
  tags,
  paths,
  webhooks = {},
  components,
  ...rest
}: CommittedDocument): Map<string, Part> {
  const parts = tags.map((tag): [string, Required<Part>] => {
    const operationsOfTag = (all: Components) => operationsOf(all, tag.name)
    return [
      tag.name,
      {
        tags: [tag],
        paths: operationsOfTag(paths),
        webhooks: operationsOfTag(webhooks),
        components: {},
      },
    ]
  })
  const users = new Map<string, number>()
  const usedReferences = parts.map(([, part]) =>
    referencesOf([part.paths, part.webhooks], components),
  )
  for (const reference of usedReferences.flatMap((references) => [...references])) {
    users.set(reference, (users.get(reference) ?? 0) + 1)
  }
  for (const [index, [, part]] of parts.entries()) {
    part.components = filterComponents(
      components,
      (component) => users.get(component) === 1 && usedReferences[index]?.has(component) === true,
    )
  }
  const shared = {
    ...rest,
    components: filterComponents(components, (component) => users.get(component) !== 1),
  }
  return new Map<string, Part>([...parts, [SHARED, shared]])
}

/** The operations of these tags, and the components that they use. */
export function onlyTags(document: CommittedDocument, tags: Set<string>): CommittedDocument {
  const { webhooks: _, components, ...rest } = document
  const paths = Object.assign({}, ...[...tags].map((tag) => operationsOf(document.paths, tag)))
  const used = referencesOf(paths, components)
  return { ...rest, paths, components: filterComponents(components, (name) => used.has(name)) }
}

/** The components whose reference, such as `schemas/User`, is included. */
function filterComponents(components: Components, includes: (reference: string) => boolean) {
  const kinds = Object.entries(components).map(([kind, named]): [string, Named] => {
    const kept = Object.entries(named).filter(([name]) => includes(`${kind}/${name}`))
    return [kind, Object.fromEntries(kept)]
  })
  return Object.fromEntries(kinds.filter(([, named]) => Object.keys(named).length > 0))
}

function operationsOf(all: Components, tag: string): Components {
  const paths = Object.entries(all).map(([path, operations]): [string, Named] => {
    const own = Object.entries(operations).filter(([, operation]) => {
      return (operation as { tags: string[] }).tags.includes(tag)
    })
    return [path, Object.fromEntries(own)]
  })
  return Object.fromEntries(paths.filter(([, operations]) => Object.keys(operations).length > 0))
}

/** What a part refers to, directly and indirectly: `schemas/User`. */
function referencesOf(part: unknown, components: Components, known = new Set<string>()) {
  if (!part || typeof part !== 'object') return known
  for (const [key, value] of Object.entries(part)) {
    const [kind = '', name = ''] = key === '$ref' ? String(value).split('/').slice(2) : []
    if (!kind) referencesOf(value, components, known)
    else if (!known.has(`${kind}/${name}`)) {
      referencesOf(components[kind]?.[name], components, known.add(`${kind}/${name}`))
    }
  }
  return known
}

/** Both merged, with the names of each kind sorted. */
function merged(all: Components, more: Components): Components {
  const kinds = new Set([...Object.keys(all), ...Object.keys(more)])
  const entries = [...kinds].map((kind): [string, Named] => {
    const named = Object.entries({ ...all[kind], ...more[kind] })
    return [kind, Object.fromEntries(named.toSorted(([a], [b]) => (a < b ? -1 : 1)))]
  })
  return Object.fromEntries(entries)
}

/** JSON in which short values stay on one line. */
function print(value: unknown, indent = ''): string {
  const line = JSON.stringify(value)
  if (indent.length + line.length <= LINE_WIDTH || !value || typeof value !== 'object') return line
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => inner + print(item, inner)).join(',\n')}\n${indent}]`
  }
  const fields = Object.entries(value).map(
    ([name, field]) => `${inner}${JSON.stringify(name)}: ${print(field, inner)}`,
  )
  return `{\n${fields.join(',\n')}\n${indent}}`
}

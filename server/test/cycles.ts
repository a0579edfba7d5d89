import { importsIn, type SourceFile } from './sources.ts'

/**
 * Groups of files with circular imports, including type imports: strongly connected components with more than one file, by
 * Tarjan's algorithm.
 */
export function cyclesOf(files: SourceFile[]): string[][] {
  const imports = new Map(files.map((file) => [file.path, importsIn(file)]))
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const cycles: string[][] = []

  function visit(path: string): number {
    const known = order.get(path)
    if (known !== undefined)
      return open.includes(path) ? (lowest.get(path) ?? known) : Number.POSITIVE_INFINITY
    const own = order.size
    order.set(path, own)
    lowest.set(path, own)
    open.push(path)
    const reached = (imports.get(path) ?? [])
      .map((target) => fileOf(target))
      .filter((target) => target !== undefined)
      .map(visit)
    lowest.set(path, Math.min(own, ...reached))
    if (lowest.get(path) === own) {
      const group = open.splice(open.indexOf(path))
      if (group.length > 1) cycles.push(group.sort())
    }
    return lowest.get(path) ?? own
  }

  /** The web app imports without file extensions. */
  function fileOf(target: string) {
    return [target, `${target}.ts`, `${target}.tsx`].find((path) => imports.has(path))
  }

  for (const { path } of files) visit(path)
  return cycles
}

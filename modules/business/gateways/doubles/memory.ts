import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { deserialize, serialize } from 'node:v8'

/**
 * Keeps parts of the state of a double in a file, so that a double that is started again knows the customers and payments of
 * the installation. `save` returns once they are written. Without a file, or with one that cannot be read, it starts empty.
 */
export function rememberIn<State extends object>(
  file: string | undefined,
  state: State,
  forgotten: readonly (keyof State)[],
): { save(): void } {
  if (file === undefined) return { save: () => {} }
  const parts = (Object.keys(state) as (keyof State)[]).filter((name) => !forgotten.includes(name))
  Object.assign(state, read(file))
  return {
    save() {
      mkdirSync(dirname(file), { recursive: true })
      const kept = Object.fromEntries(parts.map((name) => [name, state[name]]))
      writeFileSync(`${file}.new`, serialize(kept), { mode: 0o600 })
      renameSync(`${file}.new`, file)
    },
  }
}

function read(file: string): object {
  try {
    return deserialize(readFileSync(file)) as object
  } catch {
    return {}
  }
}

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root, sources } from './sources.ts'

const styles = readFileSync(join(root, 'web/src/ui/mantine.css'), 'utf8')
const fileOf = (component: string) => `@mantine/core/styles/${component}.layer.css`

test('every component of Mantine that the web app uses has its styles', () => {
  const imports = sources.flatMap(({ text }) => [
    ...text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g),
  ])
  const used = new Set(
    imports.flatMap(([, names = '']) => names.split(',').map((name) => name.trim())),
  )
  const styled = [...used].filter((name) => existsSync(join(root, 'node_modules', fileOf(name))))
  expect(styled.length).toBeGreaterThan(20)
  expect(styled.filter((name) => !styles.includes(fileOf(name)))).toEqual([])
})

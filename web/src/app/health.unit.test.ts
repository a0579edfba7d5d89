import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compose } from './compose'
import { features } from './features'

const document = join(import.meta.dirname, '../../../contract/openapi/admin_settings.json')

test('every component of the health has a name and a page', () => {
  const { components } = JSON.parse(readFileSync(document, 'utf8'))
  const known = Object.keys(components.schemas.SystemHealth.properties)
  const named = compose(Object.values(features)).health.map(({ part }) => part)
  expect([...named, 'status', 'checked_at'].sort()).toEqual(known.sort())
})

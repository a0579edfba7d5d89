import type { Arrange, Example, ExampleClient } from '../platform/examples.ts'
import { unaudited } from './rows.ts'
import type { Client, TestResponse, TestUser, world } from './world.ts'

export type World = Awaited<ReturnType<typeof world>>

/**
 * Creates the example of every resource in the account of `owner`, and returns their ids by the last word of the resource's
 * path. `person` is the user that the test calls as.
 */
export async function makeExamples(
  here: World,
  admin: TestUser,
  owner: TestUser,
  person: TestUser = owner,
): Promise<Record<string, string>> {
  const { domains } = here.platform.composition
  const examples: Record<string, Example> = Object.assign(
    {},
    ...domains.map((domain) => domain.examples),
  )
  const made: Record<string, Promise<string>> = {}
  const arrange: Arrange = {
    owner: { ...exampleClient(owner), id: owner.id, accountId: owner.accountId },
    person: { ...exampleClient(person), id: person.id },
    admin: exampleClient(admin),
    worker: exampleClient(here.worker),
    stranger: here.stranger,
    write: (work) => unaudited(owner.ctx, work),
    id(noun) {
      made[noun] ??= make(noun)
      return made[noun]
    },
  }
  const make = async (noun: string) => {
    const example = examples[noun]
    if (!example) throw new Error(`no domain has an example of ${noun}`)
    return (await example(arrange)).id
  }
  const ids: Record<string, string> = {}
  for (const noun of Object.keys(examples)) ids[noun] = await arrange.id(noun)
  return ids
}

function exampleClient(client: Client): ExampleClient {
  return {
    post: async (path, body) => assertOk(path, await client.post(path, body)),
    patch: async (path, body) => assertOk(path, await client.patch(path, body)),
    async first(path) {
      const [row] = assertOk(path, await client.get(path))
      if (!row) throw new Error(`${path} lists nothing`)
      return row
    },
  }
}

function assertOk(path: string, { status, body, data }: TestResponse) {
  if (status >= 300) throw new Error(`${path} returned ${status}: ${JSON.stringify(body)}`)
  return data
}

import type { Tx } from './db/context.ts'

/** Makes one record of a resource, for tests that call every route with records that exist. */
export type Example = (arrange: Arrange) => Promise<{ id: string }>

/** What an example is made with: an account, its people, and whoever else calls the API. */
export interface Arrange {
  /** Owns the account. */
  owner: ExampleClient & { id: string; accountId: string }
  /** Whom the tests call as, an owner too: what belongs to a person is theirs. */
  person: ExampleClient & { id: string }
  /** An administrator of the installation, of this account or another. */
  admin: ExampleClient
  worker: ExampleClient
  /** Somebody of another account. */
  stranger(): Promise<{ email: string }>
  /** Writes the domain's own tables, where no route makes the record. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** The id of the example of another resource, which is made only once. */
  id(noun: string): Promise<string>
}

/** Calls the API as somebody, with paths below `/api/v1`; throws what is refused. */
export interface ExampleClient {
  post(path: string, body: object): Promise<{ id: string }>
  patch(path: string, body: object): Promise<{ id: string }>
  /** The first record of a list. */
  first(path: string): Promise<{ id: string }>
}

import type { Tx } from './db/context.ts'

/** Creates one record of a resource, for tests that call every route with existing records. */
export type Example = (arrange: Arrange) => Promise<{ id: string }>

/** The callers and helpers with which an example is created. */
export interface Arrange {
  /** The owner of the account. */
  owner: ExampleClient & { id: string; accountId: string }
  /** The user that the tests call as, also an owner: personal records belong to them. */
  person: ExampleClient & { id: string }
  /** An administrator of the installation, in this or another account. */
  admin: ExampleClient
  worker: ExampleClient
  /** A user of another account. */
  stranger(): Promise<{ email: string }>
  /** Writes to the domain's own tables, if no route creates the record. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** The id of the example of another resource, which is created only once. */
  id(noun: string): Promise<string>
}

/** Calls the API with paths below `/api/v1`; throws on errors. */
export interface ExampleClient {
  post(path: string, body: object): Promise<{ id: string }>
  patch(path: string, body: object): Promise<{ id: string }>
  /** The first record of a list. */
  first(path: string): Promise<{ id: string }>
}

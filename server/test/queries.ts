/** A query as it is sent to PostgreSQL. */
export interface SentQuery {
  text: string
  values: unknown[] | undefined
}

/** The query in a call of `Client.query`, whose arguments are a text and values, or one object with both. */
export function sentQuery([query, values]: unknown[]): SentQuery {
  return typeof query === 'object'
    ? (query as SentQuery)
    : { text: String(query), values: values as unknown[] | undefined }
}

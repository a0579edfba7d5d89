import type { Permission } from '@powernode/contract/names.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ApiPage } from '../../api'

/** What the shared parts show of a document. */
export type WorkingDocument = {
  id: string
  title: string
  content: string
  slug: string
  status: string
  version: number
  published_version: number | null
  scheduled_version: number | null
  lock_version: number
  scheduled_for: string | null
  unpublish_at: string | null
  has_unpublished_changes: boolean
  published_at: string | null
  taken_down_at: string | null
  taken_down_reason: string | null
  url: string | null
  word_count: number
  estimated_read_time: number
  author: { name: string } | null
  created_at: string
  updated_at: string
}

/** The fields that every editor has. */
export type DocumentValues = Pick<WorkingDocument, 'title' | 'content' | 'slug'>

export type DocumentVersion = {
  version: number
  title: string
  author: { name: string } | null
  updated_at: string
}

/** A kind of documents that are written in Markdown and published: how they are called, and how the API is called. */
export type EditorKind<D extends WorkingDocument> = {
  /** What users call one, and the API in messages of its channel. */
  noun: string
  /** The first part of its query keys. */
  key: string
  /** How its public addresses begin: `/p/`. */
  address: string
  /** Its type in the audit log. */
  record: string
  permissions: { update: Permission; publish: Permission }
  /** The channel of one, with its id as `<noun>_id`. */
  channel: string
  render: (content: string, signal: AbortSignal) => Promise<string>
  listVersions: (
    id: string,
    query: { per_page: number },
    signal: AbortSignal,
  ) => Promise<ApiPage<DocumentVersion>>
  readVersion: (
    id: string,
    version: number,
    signal: AbortSignal,
  ) => Promise<{ title: string; content: string }>
  restoreVersion: (id: string, version: number) => Promise<D>
  publish(document: D): Promise<D>
  schedule(document: D, times: { scheduled_for?: string; unpublish_at?: string }): Promise<D>
  sharePreview: (id: string, days: number) => Promise<{ url: string }>
}

/** The key of the query of one document. */
export const documentKey = (kind: { key: string }, id: string) => [kind.key, id]

/** The content as visitors would see it. */
export const renderedQuery = <D extends WorkingDocument>(kind: EditorKind<D>, content: string) =>
  queryOptions({
    queryKey: ['rendered_content', kind.key, content],
    queryFn: ({ signal }) => kind.render(content, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })

export const versionsQuery = <D extends WorkingDocument>(
  kind: EditorKind<D>,
  id: string,
  query: { per_page: number },
) =>
  queryOptions({
    queryKey: [...documentKey(kind, id), 'versions', query],
    queryFn: ({ signal }) => kind.listVersions(id, query, signal),
    placeholderData: keepPreviousData,
  })

export const versionQuery = <D extends WorkingDocument>(
  kind: EditorKind<D>,
  id: string,
  version: number,
) =>
  queryOptions({
    queryKey: [...documentKey(kind, id), 'versions', version],
    queryFn: ({ signal }) => kind.readVersion(id, version, signal),
  })

import type {
  Draft,
  RevisionSubject,
} from '@powernode/modules/content/domains/revisions/revision.ts'
import type { Ctx, PlatformCtx, Tx } from '@powernode/server/platform/db/context.ts'
import type { Permission } from '@powernode/server/platform/kernel/permissions.ts'

/** What pages and articles have in common: a working copy, of which visitors read a version. */
export interface ContentDocument {
  id: string
  title: string
  slug: string
  content: string
  status: string
  version: number
  lock_version: number
  published_version: number | null
  published_at: Date | null
  public_slug: string | null
  scheduled_for: Date | null
  scheduled_version: number | null
  unpublish_at: Date | null
  turn: number
  taken_down_at: Date | null
  taken_down_reason: string | null
  author_id: string | null
  updated_at: Date
}

/** The columns that this folder changes. Both tables have these two states. */
export type DocumentColumns = Partial<Omit<ContentDocument, 'id' | 'status'>> & {
  status?: 'draft' | 'published'
  word_count?: number
}

/** Columns of a document without a schedule. */
export const UNSCHEDULED = { scheduled_for: null, scheduled_version: null, unpublish_at: null }

/** What is specific to pages or to articles. `View` is what the API returns of one. */
export interface DocumentKind<D extends ContentDocument = ContentDocument, View = unknown> {
  type: RevisionSubject['type']
  table: 'pages' | 'kb_articles'
  /** In messages and addresses. */
  noun: 'page' | 'article'
  mayPublish: Permission
  /** The unique indexes of its slugs: in the account, and among what is public. */
  slugs: { own: string; public: string }
  /** Path of the web app where editors open one. */
  editor: string
  /** Path of the public site below which preview links are. */
  previews: string
  notification: 'page_not_published' | 'kb_article_not_published'
  takenDownMail: 'page_taken_down' | 'kb_article_taken_down'
  /** Its publication job of one document. */
  enqueueDue(tx: Tx, id: string, turn: number, moments: Date[]): Promise<unknown>
  /** Locks one of the account, by what its routes take: an id, for articles also a slug. 404 if there is none. */
  lock(tx: Tx, key: string): Promise<D>
  write(tx: Tx, id: string, columns: DocumentColumns): Promise<unknown>
  read(ctx: Ctx, id: string): Promise<View>
  /** The account of one in any account, for administrators; 404 if there is none. */
  accountOf(ctx: PlatformCtx, key: string): Promise<string>
  draftOf(document: D): Draft
  /** Called when a version became public. `text` is that of the version. */
  shown(tx: Tx, document: D, text: PublishedText): Promise<unknown>
  /** Called when it is no longer public. */
  hidden(tx: Tx, document: D): Promise<unknown>
}

/** A version as visitors read it. */
export interface PublishedText {
  title: string
  content: string
  plain_text: string
  fields: Record<string, unknown>
}

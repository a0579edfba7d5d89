import {
  DueCounts,
  publishDueDocument,
  publishDueDocuments,
  Turn,
} from '@powernode/modules/content/documents/due.ts'
import {
  endPublication,
  Publication,
  publishWorkingCopy,
} from '@powernode/modules/content/documents/publishing.ts'
import {
  scheduleDocument,
  scheduleFields,
  unscheduleDocument,
} from '@powernode/modules/content/documents/scheduling.ts'
import { reinstate, TakeDown, takeDown } from '@powernode/modules/content/documents/taking_down.ts'
import {
  listVersions,
  readVersion,
  restoreVersion,
} from '@powernode/modules/content/documents/versions.ts'
import { Version, VersionDetail } from '@powernode/modules/content/domains/revisions/revision.ts'
import { resource } from '@powernode/server/platform/http/resource.ts'
import { Id, Shape } from '@powernode/server/platform/http/shapes.ts'
import { findArticle } from './article.ts'
import { articleKind } from './article_kind.ts'
import { KbArticle } from './fields.ts'

const ArticleSchedule = Shape('ArticleSchedule', scheduleFields('article'))
const DueArticle = Shape('DueArticle', { article_id: Id('The article'), turn: Turn })

export const publishing = resource('/kb/articles', (r) => {
  r.post(
    '/:key/publish',
    {
      can: 'kb_articles.publish',
      notImpersonating: true,
      body: Publication,
      of: KbArticle,
      status: 200,
      summary: 'Publish the working copy',
      says: 'Article published',
      fails: ['invalid_transition'],
    },
    ({ ctx, key, body }) => publishWorkingCopy(ctx, articleKind, key, body),
  )
  r.post(
    '/:key/unpublish',
    {
      can: 'kb_articles.publish',
      notImpersonating: true,
      of: KbArticle,
      status: 200,
      summary: 'Make an article a draft again',
      says: 'Article unpublished',
      fails: ['invalid_transition'],
    },
    ({ ctx, key }) => endPublication(ctx, articleKind, key),
  )
  r.post(
    '/:key/schedule',
    {
      can: 'kb_articles.publish',
      notImpersonating: true,
      body: ArticleSchedule,
      of: KbArticle,
      status: 200,
      summary: 'Publish or unpublish an article later',
      says: 'Article scheduled',
      fails: ['invalid_transition'],
    },
    ({ ctx, key, body }) => scheduleDocument(ctx, articleKind, key, body),
  )
  r.delete(
    '/:key/schedule',
    {
      can: 'kb_articles.publish',
      notImpersonating: true,
      of: KbArticle,
      summary: 'End the schedule of an article',
      says: 'Schedule ended',
      fails: ['invalid_transition'],
    },
    ({ ctx, key }) => unscheduleDocument(ctx, articleKind, key),
  )
  r.post(
    '/:key/take_down',
    {
      can: 'admin.kb_articles.update',
      notImpersonating: true,
      body: TakeDown,
      of: KbArticle,
      status: 200,
      summary: 'Take down an article of any account',
      says: 'Article taken down',
      fails: ['invalid_transition'],
    },
    ({ ctx, key, body }) => takeDown(ctx, articleKind, key, body),
  )
  r.delete(
    '/:key/take_down',
    {
      can: 'admin.kb_articles.update',
      notImpersonating: true,
      of: KbArticle,
      name: 'reinstate',
      summary: 'Allow an article that was taken down to be published again',
      says: 'Article reinstated',
      fails: ['invalid_transition'],
    },
    ({ ctx, key }) => reinstate(ctx, articleKind, key),
  )
  r.list(
    '/:key/versions',
    {
      can: 'kb_articles.read',
      of: Version,
      sorts: ['-version'],
      summary: 'List the versions of an article, without their contents',
    },
    async ({ ctx, page, key }) => listVersions(ctx, articleKind, page, await findArticle(ctx, key)),
  )
  r.get(
    '/:key/versions/:version',
    {
      can: 'kb_articles.read',
      of: VersionDetail,
      name: 'getVersion',
      summary: 'Get a version of an article with its content',
    },
    async ({ ctx, key, version }) =>
      readVersion(ctx, articleKind, await findArticle(ctx, key), version),
  )
  r.post(
    '/:key/versions/:version/restore',
    {
      can: 'kb_articles.update',
      notImpersonating: true,
      of: KbArticle,
      status: 200,
      summary: 'Copy a version to the working copy, as a new version',
      says: 'Version restored',
    },
    ({ ctx, key, version }) => restoreVersion(ctx, articleKind, key, version),
  )
})

/** For the handlers of `publish_kb_article` and `publish_due`. */
export const duePublication = resource(
  '/internal/kb_articles',
  'Scheduled publication of articles',
  (r) => {
    r.post(
      '/publish',
      {
        can: 'system.kb_articles.publish',
        body: DueArticle,
        of: DueCounts,
        status: 200,
        summary: 'Publish or unpublish one article, if its schedule says so',
      },
      ({ ctx, body }) => publishDueDocument(ctx, articleKind, body.article_id, body.turn),
    )
    r.post(
      '/publish_due',
      {
        can: 'system.kb_articles.publish',
        of: DueCounts,
        status: 200,
        summary: 'Publish and unpublish every article that is due',
      },
      ({ ctx }) => publishDueDocuments(ctx, articleKind),
    )
  },
)

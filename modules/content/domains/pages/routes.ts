import {
  DueCounts,
  publishDueDocument,
  publishDueDocuments,
  Turn,
} from '@powernode/modules/content/documents/due.ts'
import {
  ContentPreview,
  createPreview,
  PreviewedContent,
  PreviewLink,
  PreviewRequest,
  previewContent,
} from '@powernode/modules/content/documents/preview.ts'
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
import { Empty, Id, Shape } from '@powernode/server/platform/http/shapes.ts'
import {
  createPage,
  deletePage,
  duplicatePage,
  NewPage,
  PageChanges,
  updatePage,
} from './editing.ts'
import { findPage, listPages, Page, PageFilters, PageSummary, readPage } from './page.ts'
import { pageKind } from './page_kind.ts'
import { listPublicPages, PublicPage, PublicPageSummary, readPublicPage } from './public_page.ts'

const PageSchedule = Shape('PageSchedule', scheduleFields('page'))
const DuePage = Shape('DuePage', { page_id: Id('The page'), turn: Turn })

export const publicPages = resource('/pages', 'Published pages of all accounts', (r) => {
  r.list(
    '/',
    {
      can: 'anyone',
      of: PublicPageSummary,
      sorts: ['-published_at'],
      summary: 'List published pages',
    },
    ({ ctx, page }) => listPublicPages(ctx, page),
  )
  r.get(
    '/:slug',
    {
      can: 'anyone',
      of: PublicPage,
      summary: 'Get a published page by its slug, or by one it had before',
    },
    ({ ctx, slug }) => readPublicPage(ctx, slug),
  )
})

export const pages = resource('/admin/pages', 'Pages of the account: drafts and versions', (r) => {
  r.list(
    '/',
    {
      can: 'pages.read',
      otherAccount: 'admin.pages.read',
      of: PageSummary,
      query: PageFilters,
      sorts: ['-created_at', 'updated_at', 'title', 'published_at'],
      summary: 'List pages',
    },
    ({ ctx, page, query }) => listPages(ctx, page, query),
  )
  r.post(
    '/',
    {
      can: 'pages.create',
      notImpersonating: true,
      body: NewPage,
      of: Page,
      summary: 'Create a page; to publish it at once needs `pages.publish` too',
      says: 'Page created',
    },
    ({ ctx, body }) => createPage(ctx, body),
  )
  r.post(
    '/render',
    {
      can: 'pages.read',
      whileImpersonating: 'changes nothing',
      body: PreviewedContent,
      of: ContentPreview,
      status: 200,
      summary: 'Render Markdown as a page would show it',
    },
    ({ ctx, body }) => previewContent(ctx, body),
  )
  r.get(
    '/:id',
    { can: 'pages.read', otherAccount: 'admin.pages.read', of: Page, summary: 'Get a page' },
    ({ ctx, id }) => readPage(ctx, id),
  )
  r.update(
    '/:id',
    {
      can: 'pages.update',
      notImpersonating: true,
      body: PageChanges,
      of: Page,
      summary: 'Save a page; visitors see the changes when it is published',
      says: 'Page saved',
      fails: ['invalid_transition'],
    },
    ({ ctx, id, body }) => updatePage(ctx, id, body),
  )
  r.delete(
    '/:id',
    {
      can: 'pages.delete',
      notImpersonating: true,
      of: Empty,
      summary: 'Delete a page and its versions',
      says: 'Page deleted',
    },
    ({ ctx, id }) => deletePage(ctx, id),
  )
  r.post(
    '/:id/publish',
    {
      can: 'pages.publish',
      notImpersonating: true,
      body: Publication,
      of: Page,
      status: 200,
      summary: 'Publish the working copy',
      says: 'Page published',
      fails: ['invalid_transition'],
    },
    ({ ctx, id, body }) => publishWorkingCopy(ctx, pageKind, id, body),
  )
  r.post(
    '/:id/unpublish',
    {
      can: 'pages.publish',
      notImpersonating: true,
      of: Page,
      status: 200,
      summary: 'Make a page a draft again',
      says: 'Page unpublished',
      fails: ['invalid_transition'],
    },
    ({ ctx, id }) => endPublication(ctx, pageKind, id),
  )
  r.post(
    '/:id/duplicate',
    {
      can: 'pages.create',
      notImpersonating: true,
      of: Page,
      location: '/admin/pages',
      summary: 'Copy a page to a new draft',
      says: 'Page duplicated',
      status: 201,
    },
    ({ ctx, id }) => duplicatePage(ctx, id),
  )
  r.post(
    '/:id/preview',
    {
      can: 'pages.update',
      notImpersonating: true,
      body: PreviewRequest,
      of: PreviewLink,
      status: 200,
      summary: 'Make a link that shows the current version to anyone',
    },
    async ({ ctx, id, body }) => createPreview(ctx, pageKind, await findPage(ctx, id), body),
  )
})

export const schedules = resource('/admin/pages', (r) => {
  r.post(
    '/:id/schedule',
    {
      can: 'pages.publish',
      notImpersonating: true,
      body: PageSchedule,
      of: Page,
      status: 200,
      summary: 'Publish or unpublish a page later',
      says: 'Page scheduled',
      fails: ['invalid_transition'],
    },
    ({ ctx, id, body }) => scheduleDocument(ctx, pageKind, id, body),
  )
  r.delete(
    '/:id/schedule',
    {
      can: 'pages.publish',
      notImpersonating: true,
      of: Page,
      summary: 'End the schedule of a page',
      says: 'Schedule ended',
      fails: ['invalid_transition'],
    },
    ({ ctx, id }) => unscheduleDocument(ctx, pageKind, id),
  )
  r.post(
    '/:id/take_down',
    {
      can: 'admin.pages.update',
      notImpersonating: true,
      body: TakeDown,
      of: Page,
      status: 200,
      summary: 'Take down a page of any account',
      says: 'Page taken down',
      fails: ['invalid_transition'],
    },
    ({ ctx, id, body }) => takeDown(ctx, pageKind, id, body),
  )
  r.delete(
    '/:id/take_down',
    {
      can: 'admin.pages.update',
      notImpersonating: true,
      of: Page,
      name: 'reinstate',
      summary: 'Allow a page that was taken down to be published again',
      says: 'Page reinstated',
      fails: ['invalid_transition'],
    },
    ({ ctx, id }) => reinstate(ctx, pageKind, id),
  )
})

export const versions = resource('/admin/pages', (r) => {
  r.list(
    '/:id/versions',
    {
      can: 'pages.read',
      otherAccount: 'admin.pages.read',
      of: Version,
      sorts: ['-version'],
      summary: 'List the versions of a page, without their contents',
    },
    async ({ ctx, page, id }) => listVersions(ctx, pageKind, page, await findPage(ctx, id)),
  )
  r.get(
    '/:id/versions/:version',
    {
      can: 'pages.read',
      otherAccount: 'admin.pages.read',
      of: VersionDetail,
      name: 'getVersion',
      summary: 'Get a version of a page with its content',
    },
    async ({ ctx, id, version }) => readVersion(ctx, pageKind, await findPage(ctx, id), version),
  )
  r.post(
    '/:id/versions/:version/restore',
    {
      can: 'pages.update',
      notImpersonating: true,
      of: Page,
      status: 200,
      summary: 'Copy a version to the working copy, as a new version',
      says: 'Version restored',
    },
    ({ ctx, id, version }) => restoreVersion(ctx, pageKind, id, version),
  )
})

/** For the handlers of `publish_page` and `publish_due`. */
export const publication = resource('/internal/pages', 'Scheduled publication of pages', (r) => {
  r.post(
    '/publish',
    {
      can: 'system.pages.publish',
      body: DuePage,
      of: DueCounts,
      status: 200,
      summary: 'Publish or unpublish one page, if its schedule says so',
    },
    ({ ctx, body }) => publishDueDocument(ctx, pageKind, body.page_id, body.turn),
  )
  r.post(
    '/publish_due',
    {
      can: 'system.pages.publish',
      of: DueCounts,
      status: 200,
      summary: 'Publish and unpublish every page that is due',
    },
    ({ ctx }) => publishDueDocuments(ctx, pageKind),
  )
})

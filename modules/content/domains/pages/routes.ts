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
import { resource } from '@powernode/server/platform/http/resource.ts'
import { Empty } from '@powernode/server/platform/http/shapes.ts'
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

import {
  DueCounts,
  publishDueDocument,
  publishDueDocuments,
  Turn,
} from '@powernode/modules/content/documents/due.ts'
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
import { findPage, Page } from './page.ts'
import { pageKind } from './page_kind.ts'

const PageSchedule = Shape('PageSchedule', scheduleFields('page'))
const DuePage = Shape('DuePage', { page_id: Id('The page'), turn: Turn })

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

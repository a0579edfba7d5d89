import { declare } from '@powernode/contract/declare.ts'

const EDITORS = ['content_manager', 'manager']

/** Declarations of the domain. */
export const contract = declare({
  permissions: {
    'kb_categories.create': {
      description: 'Create categories of the knowledge base',
      roles: EDITORS,
    },
    'kb_categories.update': {
      description: 'See private categories of the knowledge base, change and order categories',
      roles: EDITORS,
    },
    'kb_categories.delete': {
      description: 'Delete categories of the knowledge base',
      roles: EDITORS,
    },
  },
  audit: {
    'kb_category.created': {},
    'kb_category.updated': {},
    'kb_category.reordered': {},
    'kb_category.deleted': {},
  },
})

declare module '@powernode/contract/registry.ts' {
  interface Registry {
    kb_categories: typeof contract
  }
}

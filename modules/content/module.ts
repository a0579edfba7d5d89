import { join } from 'node:path'
import { defineModule } from '@powernode/server/platform/module.ts'
import kb_articles from './domains/kb_articles/domain.ts'
import kb_categories from './domains/kb_categories/domain.ts'
import kb_comments from './domains/kb_comments/domain.ts'
import kb_tags from './domains/kb_tags/domain.ts'
import kb_transfers from './domains/kb_transfers/domain.ts'
import pages from './domains/pages/domain.ts'
import revisions from './domains/revisions/domain.ts'

/** What accounts publish: pages and a knowledge base on the public site. */
export default defineModule({
  name: 'content',
  domains: [revisions, pages, kb_categories, kb_articles, kb_tags, kb_comments, kb_transfers],
  migrations: join(import.meta.dirname, 'migrations'),
})

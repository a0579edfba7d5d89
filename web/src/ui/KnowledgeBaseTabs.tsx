import { useMe } from '../session'
import { SectionTabs } from './SectionTabs'

const pages = [
  { label: 'Articles', to: '/kb_articles', needs: 'kb_articles.read' },
  { label: 'Categories', to: '/kb_categories', needs: 'kb_categories.update' },
  { label: 'Comments', to: '/kb_comments', needs: 'kb_comments.moderate' },
  { label: 'Insights', to: '/kb_articles/insights', needs: 'kb_articles.read' },
] as const

/** The pages of the knowledge base that the user may open. */
export function KnowledgeBaseTabs() {
  const { permissions } = useMe()
  const allowed = pages.filter(({ needs }) => permissions.includes(needs))
  return <SectionTabs label="Knowledge base" pages={allowed} />
}

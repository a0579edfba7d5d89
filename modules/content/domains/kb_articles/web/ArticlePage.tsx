import { useQuery } from '@tanstack/react-query'
import { useParam } from '~/params'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import { DocumentDetail } from '~/ui/documents/DocumentDetail'
import type { Fact } from '~/ui/FactList'
import { formatCount } from '~/ui/format'
import { LoadErrorPage } from '~/ui/LoadError'
import { ArticleEditor } from './ArticleEditor'
import { ArticleMenu } from './ArticleMenu'
import { type ArticleDetail, articleKind, articleQuery, deleteArticle } from './queries'
import { articleState } from './states'

export function ArticlePage() {
  const id = useParam('id')
  const { data: article, error, refetch } = useQuery(articleQuery(id))
  if (error && !article) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!article) return <DetailSkeleton blocks={[180, 420]} />
  return (
    <DocumentDetail
      kind={articleKind}
      document={article}
      parent={{ label: 'Knowledge base', to: '/kb_articles' }}
      state={articleState(article)}
      facts={factsOfArticle(article)}
      menu={(open) => <ArticleMenu article={article} onChoose={open} />}
      editor={(props) => <ArticleEditor key={id} article={article} {...props} />}
      remove={() => deleteArticle(id)}
      removes="Its versions and comments are deleted too, and visitors no longer find it. This cannot be undone."
    />
  )
}

function factsOfArticle(article: ArticleDetail): Fact[] {
  const { category, views_count, helpful_count, unhelpful_count, comments_count } = article
  const answers = helpful_count + unhelpful_count
  return [
    ['Category', category.name],
    ['Views', formatCount(views_count)],
    ['Helped', answers === 0 ? '–' : `${formatCount(helpful_count)} of ${formatCount(answers)}`],
    ['Comments', formatCount(comments_count)],
  ]
}

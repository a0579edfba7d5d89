import { useQuery } from '@tanstack/react-query'
import { useParam } from '~/params'
import { DetailSkeleton } from '~/ui/DetailSkeleton'
import { DocumentDetail } from '~/ui/documents/DocumentDetail'
import { LoadErrorPage } from '~/ui/LoadError'
import { Editor } from './Editor'
import { PageMenu } from './PageMenu'
import { deletePage, pageKind, pageQuery } from './queries'
import { pageState } from './states'

export function PagePage() {
  const id = useParam('id')
  const { data: page, error, refetch } = useQuery(pageQuery(id))
  if (error && !page) return <LoadErrorPage error={error} retry={() => void refetch()} />
  if (!page) return <DetailSkeleton blocks={[180, 420]} />
  return (
    <DocumentDetail
      kind={pageKind}
      document={page}
      parent={{ label: 'Pages', to: '/pages' }}
      state={pageState(page)}
      menu={(open) => <PageMenu page={page} onChoose={open} />}
      editor={(props) => <Editor key={id} page={page} {...props} />}
      remove={() => deletePage(id)}
      removes="Its versions are deleted too, and visitors no longer find it. This cannot be undone."
    />
  )
}

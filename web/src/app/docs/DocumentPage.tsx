import { load } from 'virtual:documents'
import { Skeleton, Stack, Title } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useParam } from '../../params'
import { Breadcrumb } from '../../ui/Breadcrumb'
import { LoadError } from '../../ui/LoadError'
import { usePageTitle } from '../../ui/usePageTitle'
import { NotFound } from '../FallbackPages'
import classes from './docs.module.css'

const documentQuery = (page: string) =>
  queryOptions({
    queryKey: ['documents', page],
    queryFn: async () => (await load[page]?.()) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  })

export function DocumentPage() {
  const page = useParam('page')
  const document = useQuery(documentQuery(page))
  if (document.data === null) return <NotFound />
  return (
    <Stack gap="md" maw={760}>
      <Breadcrumb parent={{ label: 'Documentation', to: '/docs' }} />
      {document.error && <LoadError error={document.error} retry={() => void document.refetch()} />}
      {document.isPending && <Skeleton height={480} aria-busy="true" />}
      {document.data && (
        <Prose key={page} title={document.data.title} html={document.data.default} />
      )}
    </Stack>
  )
}

function Prose({ title, html }: { title: string; html: string }) {
  usePageTitle(title)
  const navigate = useNavigate()
  const article = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = article.current
    // The page was loaded after the browser looked for the anchor.
    const anchor = decodeURIComponent(location.hash.slice(1))
    if (anchor) element?.querySelector(`[id="${CSS.escape(anchor)}"]`)?.scrollIntoView()
    // Links to other documents open without a reload.
    const follow = (event: MouseEvent) => {
      const link = (event.target as Element).closest('a')
      const path = link?.getAttribute('href') ?? ''
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
      const [, page, hash] = /^\/docs\/([^#]+)(?:#(.*))?$/.exec(path) ?? []
      if (!page) return
      event.preventDefault()
      void navigate({ to: '/docs/$page', params: { page }, ...(hash && { hash }) })
    }
    element?.addEventListener('click', follow)
    return () => element?.removeEventListener('click', follow)
  }, [navigate])
  return (
    <article ref={article} className={classes.prose}>
      <Title order={1}>{title}</Title>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: rendered from docs/ when the app was built */}
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </article>
  )
}

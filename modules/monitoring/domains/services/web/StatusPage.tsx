import { Anchor, Skeleton, Text, Title } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconHelpCircle,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { isFailure } from '~/api'
import { installation } from '~/installation'
import { AuthCard } from '~/ui/AuthCard'
import { LoadError } from '~/ui/LoadError'
import { Logo } from '~/ui/Logo'
import { RelativeTime } from '~/ui/RelativeTime'
import { usePageTitle } from '~/ui/usePageTitle'
import { PastIncidents } from './PastIncidents'
import { PublicServices } from './PublicServices'
import { type StatusPageData as Page, statusPageQuery } from './queries'
import classes from './status.module.css'

const banners = {
  up: { icon: IconCircleCheck, text: 'Everything works' },
  degraded: { icon: IconAlertTriangle, text: 'Something works less well than usual' },
  down: { icon: IconCircleX, text: 'Something is down' },
  unknown: { icon: IconHelpCircle, text: 'The state is not known at the moment' },
}

/** How the public services are, for anybody who asks. */
export function StatusPage() {
  const { data: page, error, refetch } = useQuery(statusPageQuery)
  usePageTitle('Status')
  if (isFailure(error) && error.status === 404) {
    return (
      <AuthCard title="Page not found">
        <Text>There is no public status page here.</Text>
      </AuthCard>
    )
  }
  return (
    <div className={classes.page}>
      <header className={classes.brand}>
        <Logo size={28} /> {installation.system_name}
      </header>
      <main className={classes.main}>
        <Title order={1}>Status</Title>
        {error && !page && <LoadError error={error} retry={() => void refetch()} />}
        {!page && !error && <Skeleton height={320} aria-busy="true" />}
        {page && <Content page={page} />}
      </main>
    </div>
  )
}

function Content({ page }: { page: Page }) {
  const { icon: Icon, text } = banners[page.state]
  const { support_email } = installation
  return (
    <>
      <div className={classes.banner} data-state={page.state} role="status">
        <Icon size={22} aria-hidden /> {text}
      </div>
      <PublicServices services={page.services} />
      <PastIncidents incidents={page.incidents} />
      <footer className={classes.foot}>
        <span>
          As of <RelativeTime at={page.checked_at} />. This page keeps itself current.
        </span>
        {support_email && (
          <Anchor inherit underline="always" href={`mailto:${support_email}`}>
            {support_email}
          </Anchor>
        )}
      </footer>
    </>
  )
}

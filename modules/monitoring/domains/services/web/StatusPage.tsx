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
  up: { icon: IconCircleCheck, text: 'All systems operational' },
  degraded: { icon: IconAlertTriangle, text: 'Degraded performance' },
  down: { icon: IconCircleX, text: 'Some services are down' },
  unknown: { icon: IconHelpCircle, text: 'Status unknown' },
}

/** The public status page. */
export function StatusPage() {
  const { data: page, error, refetch } = useQuery(statusPageQuery)
  usePageTitle('Status')
  if (isFailure(error) && error.status === 404) {
    return (
      <AuthCard title="Page not found">
        <Text>This server has no public status page.</Text>
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
          Updated <RelativeTime at={page.checked_at} />. This page refreshes automatically.
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

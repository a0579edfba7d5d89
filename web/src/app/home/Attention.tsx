import { Anchor, Title } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { Link, type LinkProps } from '@tanstack/react-router'
import { asSentence } from '../../api'
import { useMe } from '../../session'
import classes from './Attention.module.css'
import {
  useBackupTrouble,
  useDeadLetters,
  useDeferredMails,
  useFailedMails,
  useServicesDown,
  useSuspendedCount,
} from './queries'

type Item = { text: string; link: string; to: LinkProps['to']; search?: Record<string, string> }

/** What someone should act on, each with the page where they can. */
export function Attention() {
  const items = useItems()
  return (
    <section aria-label="Needs attention">
      <Title order={2} mb="xs">
        Needs attention
      </Title>
      {items.length === 0 && (
        <p className={classes.calm}>
          <IconCircleCheck size={18} aria-hidden /> Nothing needs you right now.
        </p>
      )}
      <ul className={classes.list}>
        {items.map(({ text, link, to, search = {} }) => (
          <li key={text}>
            <span>{text}</span>
            <Anchor size="sm" renderRoot={(props) => <Link to={to} search={search} {...props} />}>
              {link}
            </Anchor>
          </li>
        ))}
      </ul>
    </section>
  )
}

function useItems(): Item[] {
  const me = useMe()
  const failedMails = useFailedMails().count ?? 0
  const deferredMails = useDeferredMails().count ?? 0
  const deadLetters = useDeadLetters().count ?? 0
  const down = useServicesDown().count ?? 0
  const suspended = useSuspendedCount().count ?? 0
  const backup = useBackupTrouble()
  const items: Item[] = []
  if (!me.email_verified) {
    items.push({
      text: 'Your email address is not confirmed.',
      link: 'Open profile',
      to: '/profile',
    })
  }
  if (me.two_factor_required && !me.impersonator) {
    items.push({
      text: 'Administration is closed to you until you turn on two-factor sign-in.',
      link: 'Turn it on',
      to: '/security',
    })
  }
  if (backup) items.push({ text: asSentence(backup), link: 'Open backups', to: '/admin/backups' })
  if (down > 0) {
    items.push({
      text: down === 1 ? 'One service is down.' : `${down} services are down.`,
      link: 'Open services',
      to: '/admin/services',
      search: { state: 'down' },
    })
  }
  if (failedMails > 0) {
    items.push({
      text:
        failedMails === 1
          ? 'One mail could not be sent.'
          : `${failedMails} mails could not be sent.`,
      link: 'Open mailbox',
      to: '/admin/mails',
      search: { status: 'failed' },
    })
  }
  if (deferredMails > 0) {
    items.push({
      text:
        deferredMails === 1
          ? 'One mail waits to be sent again.'
          : `${deferredMails} mails wait to be sent again.`,
      link: 'See why',
      to: '/admin/mails',
      search: { status: 'deferred' },
    })
  }
  if (deadLetters > 0) {
    items.push({
      text: deadLetters === 1 ? 'One job was given up.' : `${deadLetters} jobs were given up.`,
      link: 'Open dead letters',
      to: '/admin/jobs/dead_letters',
    })
  }
  if (suspended > 0) {
    items.push({
      text: suspended === 1 ? 'One user is suspended.' : `${suspended} users are suspended.`,
      link: 'Review',
      to: '/users',
      search: { status: 'suspended' },
    })
  }
  return items
}

import { Anchor, Title } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type HomeNotice, permitted } from '../../feature'
import { useMe } from '../../session'
import { useComposition } from '../CompositionContext'
import classes from './NeedsAttention.module.css'

/** What someone should act on, each with the page where they can. */
export function NeedsAttention() {
  const notices = useNotices()
  return (
    <section aria-label="Needs attention">
      <Title order={2} mb="xs">
        Needs attention
      </Title>
      {notices.length === 0 && (
        <p className={classes.calm}>
          <IconCircleCheck size={18} aria-hidden /> Nothing needs you right now.
        </p>
      )}
      <ul className={classes.list}>
        {notices.map(({ text, link, to, search = {} }) => (
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

/** What features found, after what concerns the person. */
function useNotices(): HomeNotice[] {
  const me = useMe()
  const { attention } = useComposition()
  const answers = useQueries({
    queries: permitted(attention, me.permissions).map(({ key, ask }) => ({
      queryKey: key,
      queryFn: ({ signal }: { signal: AbortSignal }) => ask(signal),
    })),
  })
  const own: HomeNotice[] = []
  if (!me.email_verified) {
    own.push({ text: 'Your email address is not confirmed.', link: 'Open profile', to: '/profile' })
  }
  if (me.two_factor_required && !me.impersonator) {
    own.push({
      text: 'Administration is closed to you until you turn on two-factor sign-in.',
      link: 'Turn it on',
      to: '/security',
    })
  }
  return [...own, ...answers.flatMap(({ data }) => data ?? [])]
}

import { Anchor, Title } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useComposition } from '../../CompositionContext'
import { type HomeNotice, permitted } from '../../feature'
import { useMe } from '../../session'
import classes from './NeedsAttention.module.css'

/** Notices that need action, each with a link. */
export function NeedsAttention() {
  const notices = useNotices()
  return (
    <section aria-label="Needs attention">
      <Title order={2} mb="xs">
        Needs attention
      </Title>
      {notices.length === 0 && (
        <p className={classes.empty}>
          <IconCircleCheck size={18} aria-hidden /> Nothing needs your attention.
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

/** Notices about the user, followed by those of features. */
function useNotices(): HomeNotice[] {
  const me = useMe()
  const { attention } = useComposition()
  const results = useQueries({
    queries: permitted(attention, me.permissions).map(({ key, check }) => ({
      queryKey: key,
      queryFn: ({ signal }: { signal: AbortSignal }) => check(signal),
    })),
  })
  const notices: HomeNotice[] = []
  if (!me.email_verified) {
    notices.push({
      text: 'Your email address is not confirmed.',
      link: 'Open profile',
      to: '/profile',
    })
  }
  if (me.two_factor_required && !me.impersonator) {
    notices.push({
      text: 'Turn on two-factor sign-in to use the administration pages.',
      link: 'Turn on',
      to: '/security',
    })
  }
  return [...notices, ...results.flatMap(({ data }) => data ?? [])]
}

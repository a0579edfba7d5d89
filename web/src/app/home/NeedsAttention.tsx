import { Anchor, Skeleton, Title } from '@mantine/core'
import {
  type Icon,
  IconAlertOctagon,
  IconAlertTriangle,
  IconCircleCheck,
  IconInfoCircle,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Notice, Urgency } from '../../home'
import { LoadError } from '../../ui/LoadError'
import { stateLabel } from '../../ui/states/states'
import classes from './NeedsAttention.module.css'
import { useNotices } from './useNotices'

/** Notices that need action, the most urgent first, each with a link. */
export function NeedsAttention() {
  const { notices, isLoading, error, retry } = useNotices()
  return (
    <section aria-label="Needs attention">
      <Title order={2} mb="xs">
        Needs attention
      </Title>
      {isLoading && notices.length === 0 && <Skeleton height={42} aria-busy="true" />}
      {error && <LoadError error={error} retry={retry} />}
      {!isLoading && !error && notices.length === 0 && (
        <p className={classes.empty}>
          <IconCircleCheck size={18} aria-hidden /> Nothing needs your attention.
        </p>
      )}
      <ul className={classes.list}>
        {notices.map((notice) => (
          <Item key={notice.urgency + notice.text} notice={notice} />
        ))}
      </ul>
    </section>
  )
}

const icons: Record<Urgency, Icon> = {
  critical: IconAlertOctagon,
  high: IconAlertTriangle,
  medium: IconAlertTriangle,
  low: IconInfoCircle,
}

function Item({ notice: { urgency, text, link, to, search = {} } }: { notice: Notice }) {
  const Mark = icons[urgency]
  return (
    <li data-urgency={urgency}>
      <span className={classes.urgency}>
        <Mark size={17} aria-hidden />
        {stateLabel(urgency)}
      </span>
      <span className={classes.text}>{text}</span>
      <Anchor size="sm" renderRoot={(props) => <Link to={to} search={search} {...props} />}>
        {link}
      </Anchor>
    </li>
  )
}

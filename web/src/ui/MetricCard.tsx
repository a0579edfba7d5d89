import { Anchor, Skeleton, Tooltip } from '@mantine/core'
import { Link, type LinkProps } from '@tanstack/react-router'
import classes from './MetricCard.module.css'

type Props = {
  label: string
  /** Explains what is counted, on hover and to screen readers. */
  definition: string
  /** A number is formatted with separators; text, such as a rate, is shown unchanged. */
  value: number | string | undefined
  to: LinkProps['to']
  search?: Record<string, string>
}

/** One metric, linked to its rows. */
export function MetricCard({ label, definition, value, to, search = {} }: Props) {
  return (
    <Tooltip label={definition} multiline maw={260}>
      <Anchor
        underline="never"
        c="inherit"
        className={classes.metric}
        renderRoot={(props) => <Link to={to} search={search} {...props} />}
      >
        <span className={classes.label}>{label}</span>
        {value === undefined ? (
          <Skeleton height={20} width={48} my={6} />
        ) : (
          <span className={classes.value}>{value.toLocaleString('en')}</span>
        )}
      </Anchor>
    </Tooltip>
  )
}

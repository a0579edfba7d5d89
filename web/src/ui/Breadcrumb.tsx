import { Anchor } from '@mantine/core'
import { IconChevronLeft } from '@tabler/icons-react'
import { Link, type LinkProps } from '@tanstack/react-router'
import classes from './Breadcrumb.module.css'

export type Parent = { label: string; to: LinkProps['to'] }

/** Link to the parent page. */
export function Breadcrumb({ parent }: { parent: Parent }) {
  return (
    <nav aria-label="Breadcrumb">
      <Anchor
        renderRoot={(props) => <Link to={parent.to} {...props} />}
        size="sm"
        className={classes.back}
      >
        <IconChevronLeft size={14} aria-hidden /> {parent.label}
      </Anchor>
    </nav>
  )
}

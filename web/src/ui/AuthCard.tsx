import { Anchor, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { installation } from '../installation'
import classes from './AuthCard.module.css'
import { Logo } from './Logo'
import { usePageTitle } from './usePageTitle'

type Props = { title: string; children: ReactNode; below?: ReactNode }

export function AuthCard({ title, children, below }: Props) {
  usePageTitle(title)
  return (
    <main className={classes.page}>
      <div className={classes.brand}>
        <Logo size={28} /> {installation.system_name}
      </div>
      <div className={classes.card}>
        <Title order={1} mb="md">
          {title}
        </Title>
        {children}
      </div>
      {below && <div className={classes.below}>{below}</div>}
      {installation.support_email && (
        <div className={classes.below}>
          Need help?{' '}
          <Anchor inherit underline="always" href={`mailto:${installation.support_email}`}>
            {installation.support_email}
          </Anchor>
        </div>
      )}
    </main>
  )
}

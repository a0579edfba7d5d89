import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './AuthCard.module.css'
import { Mark } from './Mark'
import { usePageTitle } from './usePageTitle'

type Props = { title: string; children: ReactNode; below?: ReactNode }

export function AuthCard({ title, children, below }: Props) {
  usePageTitle(title)
  return (
    <main className={classes.page}>
      <div className={classes.brand}>
        <Mark size={28} /> Powernode
      </div>
      <div className={classes.card}>
        <Title order={1} mb="md">
          {title}
        </Title>
        {children}
      </div>
      {below && <div className={classes.below}>{below}</div>}
    </main>
  )
}

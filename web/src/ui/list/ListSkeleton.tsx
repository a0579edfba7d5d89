import { Skeleton } from '@mantine/core'
import cards from './Cards.module.css'
import classes from './list.module.css'

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

/** Skeleton of the list's layout, so that nothing moves when the rows arrive. */
export function ListSkeleton({ columns, phone }: { columns: number; phone: boolean }) {
  if (phone) {
    return (
      <div className={cards.cards} aria-busy="true">
        {numbers(6).map((card) => (
          <Skeleton key={card} height={70} radius="md" />
        ))}
      </div>
    )
  }
  return (
    <div className={classes.frame} aria-busy="true">
      {numbers(9).map((row) => (
        <div key={row} className={classes.skeletonRow}>
          {numbers(columns).map((cell) => (
            <Skeleton key={cell} height={10} width={`${45 + ((row * 7 + cell * 13) % 40)}%`} />
          ))}
        </div>
      ))}
    </div>
  )
}

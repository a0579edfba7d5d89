import { VisuallyHidden } from '@mantine/core'
import classes from './Json.module.css'

export function Json({ value, label }: { value: unknown; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls must be reachable by keyboard
    <section className={classes.block} tabIndex={0} aria-label={label}>
      <pre>{JSON.stringify(value, null, 2)}</pre>
    </section>
  )
}

type Values = Record<string, unknown> | null

/** Old and new value of each changed field. */
export function Diff({ before, after }: { before: Values; after: Values }) {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return (
    <dl className={classes.diff}>
      {fields.map((field) => (
        <div key={field} className={classes.change}>
          <dt>{field}</dt>
          {before && field in before && (
            <dd className={classes.removed}>
              <span aria-hidden>−</span> <VisuallyHidden component="span">was </VisuallyHidden>
              {format(before[field])}
            </dd>
          )}
          {after && field in after && (
            <dd className={classes.added}>
              <span aria-hidden>+</span> <VisuallyHidden component="span">is </VisuallyHidden>
              {format(after[field])}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

const format = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

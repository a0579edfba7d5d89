import classes from './api_keys.module.css'

export function ScopeList({ names }: { names: string[] }) {
  return (
    <ul className={classes.scopes} aria-label="Scopes">
      {names.toSorted().map((name) => (
        <li key={name} className="mono">
          {name}
        </li>
      ))}
    </ul>
  )
}

import { useParams } from '@tanstack/react-router'

/** A path param such as `$id`. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  const value = params[name]
  if (value === undefined) throw new Error(`The path of this page has no $${name}`)
  return value
}

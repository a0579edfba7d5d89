import { useNavigate, useSearch } from '@tanstack/react-router'

/** Whether the create drawer is open. In the URL, so that ⌘K and links can open it. */
export function useNewDrawer() {
  const search: Record<string, string | undefined> = useSearch({ strict: false })
  const navigate = useNavigate()
  const show = (on: boolean) =>
    void navigate({ to: '.', search: { ...search, new: on ? '1' : undefined }, replace: true })
  return { opened: search.new !== undefined, open: () => show(true), close: () => show(false) }
}

import { useDocumentTitle } from '@mantine/hooks'

export function usePageTitle(title: string) {
  useDocumentTitle(`${title} · Powernode`)
}

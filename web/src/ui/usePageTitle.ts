import { useDocumentTitle } from '@mantine/hooks'
import { installation } from '../installation'

export function usePageTitle(title: string) {
  useDocumentTitle(`${title} · ${installation.system_name}`)
}

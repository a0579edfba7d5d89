import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { disconnect } from '../live'
import { signOut } from '../session'

/** What a person can do from anywhere: the account menu and ⌘K offer the same. */
export function useGlobalActions() {
  const router = useRouter()
  const { setColorScheme } = useMantineColorScheme()
  const shown = useComputedColorScheme()
  return {
    flipTheme: () => setColorScheme(shown === 'dark' ? 'light' : 'dark'),
    leave: async () => {
      disconnect()
      await router.navigate({ to: '/sign-in' })
      await signOut()
    },
  }
}

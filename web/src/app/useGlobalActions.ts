import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { disconnect } from '../live'
import { signOut } from '../session'

/** Actions of both the account menu and ⌘K. */
export function useGlobalActions() {
  const router = useRouter()
  const { setColorScheme } = useMantineColorScheme()
  const current = useComputedColorScheme()
  return {
    toggleTheme: () => setColorScheme(current === 'dark' ? 'light' : 'dark'),
    signOutAndLeave: async () => {
      disconnect()
      await router.navigate({ to: '/sign-in' })
      await signOut()
    },
  }
}

import '../ui/mantine.css'
import '../ui/base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { CompositionContext } from '../CompositionContext'
import { onIdentityReload, reloadIdentity } from '../identity'
import { disconnect } from '../live'
import { forgetRecents } from '../recents'
import { meQuery, queryClient } from '../session'
import { hasSessionFlag, onIdentityChanged, onSessionLost } from '../tokens'
import { keepFocus } from '../ui/keepFocus'
import { colorSchemes, cssVariables, theme } from '../ui/theme'
import { toast } from '../ui/toast'
import { composition } from './composition'
import { router } from './routes'
import { Toasts } from './Toasts'

onSessionLost(() => {
  disconnect()
  forgetRecents()
  // Not before the sign-in page is shown: until then, the pages below need the user.
  void router.invalidate().then(() => {
    if (!hasSessionFlag()) queryClient.removeQueries({ queryKey: meQuery.queryKey })
  })
})
onIdentityReload(() => router.navigate({ to: '/' }))
onIdentityChanged((reason) => {
  const notice =
    reason === 'impersonation_ended'
      ? 'Impersonation ended.'
      : 'You switched accounts in another tab. This tab was updated.'
  reloadIdentity().then(() => toast.notice(notice), toast.failed)
})

keepFocus()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
    >
      <Toasts />
      <QueryClientProvider client={queryClient}>
        <CompositionContext value={composition}>
          <RouterProvider router={router} />
        </CompositionContext>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)

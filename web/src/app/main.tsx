import '../ui/mantine.css'
import '../ui/base.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { hangUp } from '../live'
import { queryClient } from '../session'
import { onSessionLost } from '../tokens'
import { colorSchemes, cssVariables, theme } from '../ui/theme'
import { router } from './routes'

onSessionLost(() => {
  hangUp()
  queryClient.removeQueries({ queryKey: ['me'] })
  void router.invalidate()
})

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
      <Notifications position="bottom-right" />
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)

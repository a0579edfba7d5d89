import { Anchor } from '@mantine/core'
import { Link, useMatch } from '@tanstack/react-router'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    docs?: string
  }
}

/** The document about the current page, if its feature names one. */
export function usePageDocs(): string | undefined {
  return useMatch({ strict: false }).staticData.docs
}

/** Link to the document about the current page. */
export function LearnMore() {
  const page = usePageDocs()
  if (!page) return null
  return (
    <Anchor
      size="sm"
      underline="always"
      renderRoot={(props) => <Link to="/docs/$page" params={{ page }} {...props} />}
    >
      Learn more
    </Anchor>
  )
}

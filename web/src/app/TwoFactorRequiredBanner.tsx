import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Banner } from './Banner'

/** Explains why the administration pages are hidden. */
export default function TwoFactorRequiredBanner() {
  return (
    <Banner
      label="Two-factor authentication required"
      action={
        <Button
          variant="default"
          size="compact-sm"
          renderRoot={(props) => <Link to="/security" {...props} />}
        >
          Turn on{' '}
        </Button>
      }
    >
      Turn on two-factor authentication to use the administration pages.
    </Banner>
  )
}

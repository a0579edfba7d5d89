import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Banner } from './Banner'

/** Says where the pages of administration went. */
export default function TwoFactorRequiredBanner() {
  return (
    <Banner
      label="Two-factor sign-in needed"
      action={
        <Button
          variant="default"
          size="compact-sm"
          renderRoot={(props) => <Link to="/security" {...props} />}
        >
          Turn it on
        </Button>
      }
    >
      Administration is closed to you until you turn on two-factor sign-in.
    </Banner>
  )
}

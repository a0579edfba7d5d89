import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { api, isFailure, reply } from '../api'
import { useMe } from '../session'
import { toast } from '../ui/toast'
import { Banner } from './Banner'

export function UnverifiedBanner() {
  const { email } = useMe()
  const resend = useMutation({
    mutationFn: () => reply(api.POST('/api/v1/auth/resend-verification')),
    onSuccess: () => toast.done(`A new link was sent to ${email}.`),
    onError: (error) =>
      toast.failed(
        isFailure(error) && error.status === 429
          ? new Error('A link was sent recently. Check your email, or try again in a few minutes.')
          : error,
      ),
  })
  return (
    <Banner
      label="Email not confirmed"
      action={
        <Button
          variant="default"
          size="compact-sm"
          loading={resend.isPending}
          disabled={resend.isSuccess}
          onClick={() => resend.mutate()}
        >
          {resend.isSuccess ? 'Sent' : 'Resend'}
        </Button>
      }
    >
      Confirm your email address with the link we sent to <b>{email}</b>.
    </Banner>
  )
}

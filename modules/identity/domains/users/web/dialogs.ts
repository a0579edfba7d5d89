import { lazy } from 'react'
import type { User } from '~/api'

/** What somebody is about to do to a person. */
export type UserDialog = {
  action: 'edit' | 'suspend' | 'reset' | 'act_as' | 'delete'
  user: User
}

/** Loaded when someone opens them: reading people needs none of it. */
const form = () => import('./UserForm')
export const InviteUser = lazy(async () => ({ default: (await form()).InviteUserForm }))
export const EditUser = lazy(async () => ({ default: (await form()).EditUserForm }))
export const DeleteUser = lazy(async () => ({
  default: (await import('./DeleteUserDialog')).DeleteUserDialog,
}))
export const SuspendUser = lazy(() => import('./SuspendUser'))
export const ImpersonateDialog = lazy(() => import('~/ui/ImpersonateDialog'))

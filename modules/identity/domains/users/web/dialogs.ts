import { lazy } from 'react'
import type { User } from '~/api'

/** The dialog that is open, and the user it is for. */
export type UserDialog = {
  action: 'edit' | 'suspend' | 'reset' | 'impersonate' | 'delete'
  user: User
}

/** Loaded when opened: viewing users does not need them. */
const form = () => import('./UserForm')
export const InviteUser = lazy(async () => ({ default: (await form()).InviteUserForm }))
export const EditUser = lazy(async () => ({ default: (await form()).EditUserForm }))
export const DeleteUser = lazy(async () => ({
  default: (await import('./DeleteUserDialog')).DeleteUserDialog,
}))
export const SuspendUser = lazy(() => import('./SuspendUser'))
export const ImpersonateDialog = lazy(() => import('~/ui/ImpersonateDialog'))

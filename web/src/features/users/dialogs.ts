import { lazy } from 'react'

/** Loaded when someone opens them: reading people needs none of it. */
const form = () => import('./UserForm')
export const InviteUser = lazy(async () => ({ default: (await form()).InviteUser }))
export const EditUser = lazy(async () => ({ default: (await form()).EditUser }))
export const DeleteUser = lazy(async () => ({ default: (await import('./DeleteUser')).DeleteUser }))

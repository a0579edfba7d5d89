import { lazy } from 'react'
import type { Worker } from './queries'

/** The dialog that is open, and the worker it is for. */
export type WorkerDialog = { action: 'edit' | 'suspend' | 'token' | 'delete'; worker: Worker }

/** Loaded when opened: viewing workers does not need them. */
const form = () => import('./WorkerForm')
export const RegisterWorker = lazy(async () => ({ default: (await form()).RegisterWorkerForm }))
export const EditWorker = lazy(async () => ({ default: (await form()).EditWorkerForm }))
export const SuspendWorker = lazy(() => import('./SuspendWorker'))
export const ChangeToken = lazy(() => import('./ChangeToken'))

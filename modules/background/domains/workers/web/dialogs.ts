import { lazy } from 'react'
import type { Worker } from './queries'

/** What somebody is about to do to a worker. */
export type WorkerDialog = { action: 'edit' | 'suspend' | 'token' | 'delete'; worker: Worker }

/** Loaded when someone opens them: looking at workers needs none of it. */
const form = () => import('./WorkerForm')
export const RegisterWorker = lazy(async () => ({ default: (await form()).RegisterWorkerForm }))
export const EditWorker = lazy(async () => ({ default: (await form()).EditWorkerForm }))
export const SuspendWorker = lazy(() => import('./SuspendWorker'))
export const ChangeToken = lazy(() => import('./ChangeToken'))

import { queryOptions } from '@tanstack/react-query'
import { api, type Data, data, reply } from '~/api'
import { queryClient } from '~/session'

export type Backup = Data<'/api/v1/admin/backups', 'get'>[number]
export type BackupSettings = Data<'/api/v1/admin/backups/settings', 'get'>

const SHOWN = 20
const EVERY_MS = 30_000
const RUNNING_EVERY_MS = 2000

export const backupsQuery = queryOptions({
  queryKey: ['backups', 'list'],
  queryFn: ({ signal }) =>
    reply(api.GET('/api/v1/admin/backups', { params: { query: { per_page: SHOWN } }, signal })),
  refetchInterval: ({ state }) =>
    state.data?.data.some(({ status }) => status === 'running') ? RUNNING_EVERY_MS : EVERY_MS,
})

export const backupSettingsQuery = queryOptions({
  queryKey: ['backups', 'settings'],
  queryFn: ({ signal }) => data(api.GET('/api/v1/admin/backups/settings', { signal })),
})

export async function backUpNow() {
  await reply(api.POST('/api/v1/admin/backups', {}))
  await changed()
}

export async function changeBackupSettings(body: Partial<Omit<BackupSettings, 'folder_in_use'>>) {
  await reply(api.PATCH('/api/v1/admin/backups/settings', { body }))
  await changed()
}

function changed() {
  return queryClient.invalidateQueries({ queryKey: ['backups'] })
}

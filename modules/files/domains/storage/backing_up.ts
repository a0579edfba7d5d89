import type { StoredFilesOf } from '@powernode/server/platform/backup/stored_files.ts'
import { storageRoot } from './drivers.ts'

/** The objects on the disk of the server. Those in buckets are not part of a backup. */
export const storedFiles: StoredFilesOf = (installation) => ({
  root: storageRoot(installation),
  query: `select concat_ws('/', s.account_id, s.configuration ->> 'root_path', s.id, b.key) as path
    from blobs b join storage s on s.id = b.storage_id
    where b.state = 'stored' and s.provider_type = 'local' order by b.storage_id, b.key`,
})

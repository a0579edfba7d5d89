import { IconFolder } from '@tabler/icons-react'
import { api, data, reply } from '~/api'
import type { FoundRecord, Records } from '~/feature'

const fileRecords: Records = {
  order: 46,
  label: 'Files',
  to: '/files',
  icon: IconFolder,
  needs: 'files.read',
  key: 'files',
  find: async (search, signal) => {
    const query = { search, per_page: 5 }
    const { data } = await reply(api.GET('/api/v1/files', { params: { query }, signal }))
    return data.map(foundFile)
  },
  get: async (id, signal) => {
    const params = { path: { id } }
    return foundFile(await data(api.GET('/api/v1/files/{id}', { params, signal })))
  },
}

const foundFile = ({
  id,
  filename,
  content_type,
}: {
  id: string
  filename: string
  content_type: string
}): FoundRecord => ({ id, label: filename, description: content_type, search: { file: id } })

export default [fileRecords]

import { IconMail } from '@tabler/icons-react'
import { api, type Data, data, reply } from '~/api'
import type { FoundRecord, Records } from '~/feature'

const mailRecords: Records = {
  order: 190,
  label: 'Emails',
  to: '/admin/mails',
  icon: IconMail,
  needs: 'admin.mails.read',
  key: 'mails',
  find: async (search, signal) => {
    const query = { search, per_page: 5 }
    const path = '/api/v1/admin/mails'
    return (await reply(api.GET(path, { params: { query }, signal }))).data.map(found)
  },
  get: async (id, signal) =>
    found(await data(api.GET('/api/v1/admin/mails/{id}', { params: { path: { id } }, signal }))),
}

type Mail = Pick<Data<'/api/v1/admin/mails', 'get'>[number], 'id' | 'subject' | 'to_address'>

const found = ({ id, subject, to_address }: Mail): FoundRecord => ({
  id,
  label: subject,
  description: to_address,
  search: { mail: id },
})

export default [mailRecords]

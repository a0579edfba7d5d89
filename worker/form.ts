import { randomUUID } from 'node:crypto'

/** A form as it is sent, with its length, so that the server knows what it has to store. Files are read as they are sent. */
export function encodeForm(form: FormData) {
  const boundary = `powernode-${randomUUID()}`
  const parts = [...form].map(([name, value]) => {
    const content = typeof value === 'string' ? new Blob([value]) : value
    const filename = typeof value === 'string' ? '' : `; filename="${escaped(value.name)}"`
    const type = typeof value === 'string' ? '' : 'content-type: application/octet-stream\r\n'
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${escaped(name)}"${filename}\r\n${type}\r\n`
    return { head: Buffer.from(head), content }
  })
  const end = Buffer.from(`--${boundary}--\r\n`)
  const sizes = parts.map(({ head, content }) => head.length + content.size + CRLF.length)
  const length = sizes.reduce((sum, size) => sum + size, end.length)
  async function* bytes() {
    for (const { head, content } of parts) {
      yield head
      yield* content.stream()
      yield CRLF
    }
    yield end
  }
  const headers = {
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'content-length': String(length),
  }
  return { headers, bytes: bytes() }
}

const CRLF = Buffer.from('\r\n')

/** As the HTML standard says. */
const escaped = (text: string) =>
  text.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22')

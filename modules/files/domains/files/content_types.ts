import { isUtf8 } from 'node:buffer'
import { HEAD_BYTES } from '@powernode/modules/files/domains/storage/writing.ts'

export const fileTypes = [
  'image',
  'document',
  'video',
  'audio',
  'archive',
  'code',
  'data',
  'other',
] as const
export type FileType = (typeof fileTypes)[number]

const UNKNOWN = 'application/octet-stream'

/** Types of texts, which have no signature, by extension. */
const texts: Record<string, string> = {
  txt: 'text/plain',
  log: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  html: 'text/html',
  htm: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  ts: 'text/plain',
  py: 'text/plain',
  rb: 'text/plain',
  go: 'text/plain',
  rs: 'text/plain',
  java: 'text/plain',
  c: 'text/plain',
  sql: 'application/sql',
  json: 'application/json',
  jsonl: 'application/x-ndjson',
  yaml: 'application/yaml',
  yml: 'application/yaml',
  toml: 'application/toml',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  ics: 'text/calendar',
  vcf: 'text/vcard',
  srt: 'text/plain',
  vtt: 'text/vtt',
  eml: 'message/rfc822',
}

const office = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'

/** Types of files that are containers: what their beginning shows is the container. */
const containers: Record<string, Record<string, string>> = {
  'application/zip': {
    docx: `${office}.wordprocessingml.document`,
    xlsx: `${office}.spreadsheetml.sheet`,
    pptx: `${office}.presentationml.presentation`,
    odt: `${openDocument}.text`,
    ods: `${openDocument}.spreadsheet`,
    odp: `${openDocument}.presentation`,
    epub: 'application/epub+zip',
  },
  'application/x-cfb': {
    doc: 'application/msword',
    xls: 'application/vnd.ms-excel',
    ppt: 'application/vnd.ms-powerpoint',
  },
  'application/xml': { svg: 'image/svg+xml', xml: 'application/xml', html: 'text/html' },
  'application/gzip': { tgz: 'application/gzip' },
}

/** What an extension promises, of those whose content has a signature. */
const promises: Record<string, FileType> = {
  ...families('image', 'png jpg jpeg gif webp avif bmp tif tiff heic ico'),
  ...families('video', 'mp4 m4v mov webm mkv avi mpeg mpg'),
  ...families('audio', 'mp3 m4a wav ogg oga opus flac aac'),
  ...families('document', 'pdf doc docx xls xlsx ppt pptx odt ods odp epub rtf'),
  ...families('archive', 'zip gz tgz tar bz2 xz 7z rar zst'),
}

/** Texts that are programs or markup. */
const CODE = /^(text\/(html|css|javascript)|application\/(sql|xml))$/
const DATA = /^(text\/(csv|tab-separated-values)|application\/(json|x-ndjson|yaml|toml))$/
const ARCHIVE = /(zip|gzip|x-tar|bzip2|x-xz|7z-compressed|rar|zstd|compress)$/
const DOCUMENT = /(pdf|msword|ms-excel|ms-powerpoint|officedocument|opendocument|epub|rtf)/

/** The extension of a name in lower case, without the dot. */
export function extensionOf(filename: string): string {
  return /\.([^.]{1,20})$/.exec(filename)?.[1]?.toLowerCase() ?? ''
}

export function fileTypeOf(contentType: string): FileType {
  if (contentType === 'image/svg+xml') return 'image'
  const [family] = contentType.split('/')
  if (family === 'image' || family === 'video' || family === 'audio') return family
  if (CODE.test(contentType)) return 'code'
  if (DATA.test(contentType)) return 'data'
  if (DOCUMENT.test(contentType)) return 'document'
  if (ARCHIVE.test(contentType)) return 'archive'
  return family === 'text' || family === 'message' ? 'document' : 'other'
}

/**
 * The type of a file from how it begins. A name can only choose among texts, and say what a container is. Undefined if the
 * name promises another kind of content.
 */
export async function contentTypeOf(head: Buffer, filename: string): Promise<string | undefined> {
  const extension = extensionOf(filename)
  const { fileTypeFromBuffer } = await import('file-type') // loaded with the first upload
  const sniffed = (await fileTypeFromBuffer(head))?.mime
  const promised = promises[extension]
  if (sniffed === undefined) {
    if (promised && promised !== 'document') return undefined
    if (extension === 'pdf') return undefined
    return looksLikeText(head) ? (texts[extension] ?? 'text/plain') : UNKNOWN
  }
  const contained = containers[sniffed]?.[extension]
  if (contained) return contained
  const found = fileTypeOf(sniffed)
  const isText = Object.hasOwn(texts, extension)
  return (promised ?? found) === found && !isText ? sniffed : undefined
}

/** Whether it is a picture that can be read safely and shown as a thumbnail. */
export const isRaster = (contentType: string): boolean =>
  /^image\/(png|jpeg|gif|webp|avif)$/.test(contentType)

/** Whether browsers may show it: pictures, sound, films, PDF and plain text, but nothing with scripts. */
export function isInline(contentType: string): boolean {
  return (
    /^(audio|video)\//.test(contentType) ||
    /^image\/(png|jpeg|gif|webp|avif|bmp)$/.test(contentType) ||
    contentType === 'application/pdf' ||
    contentType === 'text/plain'
  )
}

/** UTF-8 without NUL. The last character of a beginning may be cut. */
function looksLikeText(head: Buffer): boolean {
  if (head.includes(0)) return false
  const cuts = head.length < HEAD_BYTES ? [0] : [0, 1, 2, 3]
  return cuts.some((cut) => isUtf8(head.subarray(0, head.length - cut)))
}

function families(type: FileType, extensions: string) {
  return Object.fromEntries(extensions.split(' ').map((extension) => [extension, type]))
}

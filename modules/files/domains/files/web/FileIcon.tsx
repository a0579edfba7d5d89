import {
  IconCode,
  IconDatabase,
  IconFile,
  IconFileText,
  IconFileZip,
  IconMusic,
  IconPhoto,
  IconVideo,
} from '@tabler/icons-react'
import type { FileRow } from './queries'

const icons = {
  image: IconPhoto,
  document: IconFileText,
  video: IconVideo,
  audio: IconMusic,
  archive: IconFileZip,
  code: IconCode,
  data: IconDatabase,
  other: IconFile,
}

/** The kind of a file. Its name says the same in words. */
export function FileIcon({ type }: { type: FileRow['file_type'] }) {
  const Icon = icons[type]
  return <Icon size={16} aria-hidden />
}

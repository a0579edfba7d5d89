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
import classes from './files.module.css'
import { type FileRow, localAddress } from './queries'

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

type Props = { type: FileRow['file_type']; thumbnail: string | null }

/** A small picture of a file, or its kind. Its name says the same in words. */
export function FileIcon({ type, thumbnail }: Props) {
  if (thumbnail) {
    return <img className={classes.icon} src={localAddress(thumbnail)} alt="" loading="lazy" />
  }
  const Icon = icons[type]
  return <Icon size={16} aria-hidden />
}

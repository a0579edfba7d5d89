/** What the child process is asked to do. */
export interface ChildInput {
  job_type: 'thumbnail' | 'metadata_extract' | 'text_extract' | 'audio_processing'
  /** The file. */
  path: string
  content_type: string
  /** Where it writes files. */
  folder: string
}

/** What it found out, or why it could not. Names are of files in the folder. */
export interface ChildOutput {
  problem?: string
  files?: { kind: string; size: string; name: string }[]
  text?: string
  dimensions?: Record<string, unknown>
  exif_data?: Record<string, unknown>
  metadata?: Record<string, unknown>
}

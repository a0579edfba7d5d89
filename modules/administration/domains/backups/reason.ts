const words: Record<string, string> = {
  ENOENT: 'does not exist',
  EEXIST: 'already exists as a file',
  ENOTDIR: 'is inside a file, which is not a folder',
  EACCES: 'is not writable by this server',
  EPERM: 'is not writable by this server',
  EROFS: 'is on a read-only disk',
  ENOSPC: 'is on a full disk',
}

/** The reason of a file error as text. Administrators may also see the path, unless they have just entered it. */
export function diskFailureReason(error: unknown): string | undefined {
  return words[(error as NodeJS.ErrnoException).code ?? '']
}

/** Why a backup failed, as text. */
export function backupFailureReason(error: Error & { path?: string }): string {
  const reason = diskFailureReason(error)
  return reason && error.path ? `${error.path} ${reason}` : error.message
}

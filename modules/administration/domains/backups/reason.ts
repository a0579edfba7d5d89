const words: Record<string, string> = {
  ENOENT: 'does not exist',
  EEXIST: 'is in the way: there is a file of that name',
  ENOTDIR: 'lies below a file, which is no folder',
  EACCES: 'may not be written by this server',
  EPERM: 'may not be written by this server',
  EROFS: 'lies on a disk that cannot be written',
  ENOSPC: 'lies on a disk that is full',
}

/** What went wrong with a file, in words; the path is for those who are not just being asked for it. */
export function diskFailureReason(error: unknown): string | undefined {
  return words[(error as NodeJS.ErrnoException).code ?? '']
}

/** Why a backup failed, for people. */
export function backupFailureReason(error: Error & { path?: string }): string {
  const why = diskFailureReason(error)
  return why && error.path ? `${error.path} ${why}` : error.message
}

import { defineStates } from '~/states'
import type { FileRow } from './queries'

/** The displayed state of a file: whether it can be read, and by whom. */
export function fileState({
  quarantined_at,
  deleted_at,
  visibility,
}: Pick<FileRow, 'quarantined_at' | 'deleted_at' | 'visibility'>) {
  if (quarantined_at) return 'quarantined'
  return deleted_at ? 'in_trash' : visibility
}

export default defineStates<ReturnType<typeof fileState> | 'interrupted'>({
  private: 'idle',
  public: 'good',
  in_trash: 'wait',
  quarantined: 'bad',
  interrupted: 'wait',
})

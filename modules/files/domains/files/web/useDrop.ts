import { useEffect, useState } from 'react'

/**
 * Takes files that are dropped anywhere in the window, while the page is shown. Returns whether files are dragged over it.
 * Without it, the browser would open a dropped file in place of the app.
 */
export function useDrop(enabled: boolean, onDrop: (files: FileList) => void): boolean {
  const [over, setOver] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the handler is a function of the module
  useEffect(() => {
    if (!enabled) return
    const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files')
    const drag = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    // It also leaves each element within the window.
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(false)
      if (event.dataTransfer) onDrop(event.dataTransfer.files)
    }
    window.addEventListener('dragover', drag)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', drag)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [enabled])
  return over
}

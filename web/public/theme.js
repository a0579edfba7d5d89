// Runs before the first paint, so the page never flashes the wrong theme. A file, not an inline
// script, because the content security policy allows only our own files.
;(() => {
  let choice = null
  try {
    choice = localStorage.getItem('powernode.theme')
  } catch {}
  const dark =
    choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()

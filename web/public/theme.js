// Runs before the first paint, so that the page does not flash the wrong theme. A file, because the // content security policy does not allow inline scripts.
;(() => {
  let choice = null
  try {
    choice = localStorage.getItem('powernode.theme')
  } catch {}
  const dark =
    choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
})()

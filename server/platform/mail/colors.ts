/** Colors of emails: those of the web app. A text has a contrast of at least 4.5:1 on its background. */
export const light = {
  page: '#f4f3f0',
  card: '#ffffff',
  line: '#dbd9d5',
  text: '#1f1c19',
  dimmed: '#67635c',
  accent: '#006c84',
  button: '#006c84',
}

export const dark: typeof light = {
  page: '#141210',
  card: '#22201d',
  line: '#3c3a36',
  text: '#e5e4e2',
  dimmed: '#a5a39d',
  accent: '#5cc3d9',
  button: '#0e7d95',
}

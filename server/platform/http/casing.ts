/** Converts `rotate_secret`, `forgot-password` or `user.created` to camel case: `rotateSecret`. */
export const camelCase = (words: string): string =>
  words.replace(/[-_.](\w)/g, (_, letter: string) => letter.toUpperCase())

/** The same with an initial capital: `RotateSecret`. */
export const pascalCase = (words: string): string =>
  words.charAt(0).toUpperCase() + camelCase(words).slice(1)

/** `rotate_secret`, `forgot-password` or `user.created` as one word in camel case: `rotateSecret`. */
export const camelCase = (words: string): string =>
  words.replace(/[-_.](\w)/g, (_, letter: string) => letter.toUpperCase())

/** The same with a capital: `RotateSecret`. */
export const pascalCase = (words: string): string =>
  words.charAt(0).toUpperCase() + camelCase(words).slice(1)

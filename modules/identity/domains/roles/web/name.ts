export const nameProblem = (name: string) =>
  /^[a-z_.]{1,100}$/.test(name) ? null : 'Use lowercase letters, dots and underscores.'

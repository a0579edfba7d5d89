/** The stream one person's notifications travel on. */
export const streamOf = (userId: string) => `notifications:user:${userId}`

/** Name of the stream of a user's notifications. */
export const notificationStream = (userId: string) => `notifications:user:${userId}`

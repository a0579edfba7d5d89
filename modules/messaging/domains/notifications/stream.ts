/** The stream one person's notifications travel on. */
export const notificationStream = (userId: string) => `notifications:user:${userId}`

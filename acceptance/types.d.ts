declare module '@rails/actioncable' {
  export interface Mixin {
    connected?(): void
    rejected?(): void
    disconnected?(how: { willAttemptReconnect: boolean }): void
    received?(message: Record<string, unknown>): void
  }
  export interface Subscription {
    perform(action: string, data?: object): void
    unsubscribe(): void
  }
  export interface Consumer {
    subscriptions: {
      create(channel: { channel: string; [param: string]: unknown }, mixin: Mixin): Subscription
    }
    connection: { monitor: object }
    connect(): boolean
    disconnect(): void
  }
  export const adapters: { WebSocket: unknown; logger: unknown }
  export function createConsumer(url: string | (() => string)): Consumer
}

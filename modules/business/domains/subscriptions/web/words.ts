import type { Subscription } from './queries'

const parts = { payment_method: 'Payment method', payment: 'Payment' }

/** What a subscription needs to continue; a dash for nothing. */
export const waitsFor = (part: Subscription['waits_for']) => (part ? parts[part] : '–')

/** How a test card behaves. https://docs.stripe.com/testing */
export interface StripeTestCard {
  brand: string
  last4: string
  decline?: { code: string; decline_code: string; advice_code?: string; message: string }
  /** When the person must authenticate a payment: a card that was set up need not be, for some cards. */
  authentication?: 'always' | 'unless_set_up'
}

const visa = (last4: string, behaviour: Partial<StripeTestCard> = {}): StripeTestCard => ({
  brand: 'visa',
  last4,
  ...behaviour,
})

const declined = (decline_code: string, message: string, advice_code?: string) => ({
  decline: {
    code: ['expired_card', 'incorrect_cvc', 'processing_error'].includes(decline_code)
      ? decline_code
      : 'card_declined',
    decline_code,
    message,
    ...(advice_code && { advice_code }),
  },
})

const GENERIC = declined('generic_decline', 'Your card was declined.', 'try_again_later')

const cards: Record<string, StripeTestCard> = {
  pm_card_visa: visa('4242'),
  pm_card_mastercard: { brand: 'mastercard', last4: '4444' },
  pm_card_amex: { brand: 'amex', last4: '8431' },
  pm_card_chargeDeclined: visa('0002', GENERIC),
  pm_card_chargeCustomerFail: visa('0341', GENERIC),
  pm_card_chargeDeclinedInsufficientFunds: visa(
    '9995',
    declined('insufficient_funds', 'Your card has insufficient funds.', 'try_again_later'),
  ),
  pm_card_chargeDeclinedLostCard: visa(
    '9987',
    declined('lost_card', 'Your card was declined.', 'do_not_try_again'),
  ),
  pm_card_chargeDeclinedStolenCard: visa(
    '9979',
    declined('stolen_card', 'Your card was declined.', 'do_not_try_again'),
  ),
  pm_card_chargeDeclinedExpiredCard: visa(
    '0069',
    declined('expired_card', 'Your card has expired.', 'confirm_card_data'),
  ),
  pm_card_chargeDeclinedIncorrectCvc: visa(
    '0127',
    declined('incorrect_cvc', "Your card's security code is incorrect.", 'confirm_card_data'),
  ),
  pm_card_chargeDeclinedProcessingError: visa(
    '0119',
    declined('processing_error', 'An error occurred while processing your card.'),
  ),
  pm_card_chargeDeclinedFraudulent: visa(
    '0019',
    declined('fraudulent', 'Your card was declined.', 'do_not_try_again'),
  ),
  pm_card_authenticationRequired: visa('3184', { authentication: 'always' }),
  pm_card_authenticationRequiredOnSetup: visa('3155', { authentication: 'unless_set_up' }),
  pm_card_authenticationRequiredChargeDeclinedInsufficientFunds: visa('8260', {
    ...declined('insufficient_funds', 'Your card has insufficient funds.', 'try_again_later'),
    authentication: 'always',
  }),
}

/** The test card of a token. Stripe names most of the declined ones with their brand too. */
export const stripeTestCard = (token: string): StripeTestCard | undefined =>
  cards[token.replace('pm_card_visa_charge', 'pm_card_charge')]

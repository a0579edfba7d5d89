import { type FieldErrors, fail } from '@powernode/server/platform/kernel/fail.ts'

/**
 * 422 if a field contains a card number: 13 to 19 digits, with or without separators, whose check digit is right. Card data is
 * entered at the gateway and must never reach this server. Fields for it, such as `cvc`, are unknown fields.
 */
export function refuseCardNumbers(body: object): void {
  const errors: FieldErrors = {}
  for (const [field, value] of Object.entries(body)) {
    if (typeof value === 'string' && holdsCardNumber(value)) {
      errors[field] = [
        'must not contain a card number: enter it in the form of the payment gateway',
      ]
    }
  }
  if (Object.keys(errors).length > 0) throw fail.invalid(errors)
}

function holdsCardNumber(text: string): boolean {
  const runs = text.match(/(?<![\da-f-])\d(?:[ -]?\d){12,18}(?![\da-f-])/gi) ?? []
  return runs.some((run) => isCardNumber(run.replace(/[ -]/g, '')))
}

/** Luhn: every second digit from the right is doubled, and the sum of all digits is a multiple of ten. */
function isCardNumber(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

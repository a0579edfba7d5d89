import { PasswordInput, type PasswordInputProps, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconPoint } from '@tabler/icons-react'
import { useId } from 'react'
import { installation } from '../installation'
import classes from './PasswordField.module.css'

const minLength = installation.password_min_length
const rules: [string, (password: string) => boolean][] = [
  [`${minLength} to 128 characters`, ({ length }) => length >= minLength && length <= 128],
  ['An uppercase letter', (password) => /\p{Lu}/u.test(password)],
  ['A lowercase letter', (password) => /\p{Ll}/u.test(password)],
  ['A digit', (password) => /\d/.test(password)],
  ['A special character', (password) => /[^\p{L}\d\s]/u.test(password)],
]

export const passwordProblem = (password: string) =>
  rules.every(([, isMet]) => isMet(password)) ? null : 'Meet all requirements below.'

/** A field for a new password, with its rules checked while typing. */
export function NewPasswordField(props: PasswordInputProps) {
  const hint = useId()
  const typed = typeof props.value === 'string' ? props.value : ''
  return (
    <div>
      <PasswordInput
        autoComplete="new-password"
        {...props}
        visibilityToggleButtonProps={visibilityToggle}
        aria-describedby={hint}
      />
      <ul id={hint} className={classes.rules} aria-label="Password requirements">
        {rules.map(([text, isMet]) => (
          <li key={text} data-met={isMet(typed) || undefined}>
            {isMet(typed) ? (
              <IconCheck size={14} aria-hidden />
            ) : (
              <IconPoint size={14} aria-hidden />
            )}
            {text}
            <VisuallyHidden component="span">
              {isMet(typed) ? ', met' : ', not met yet'}
            </VisuallyHidden>
          </li>
        ))}
      </ul>
    </div>
  )
}

export const visibilityToggle = { 'aria-label': 'Show password', tabIndex: 0 }

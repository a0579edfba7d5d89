import { PasswordInput, type PasswordInputProps, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconPoint } from '@tabler/icons-react'
import { useId } from 'react'
import { installation } from '../installation'
import classes from './PasswordField.module.css'

const least = installation.password_min_length
const rules: [string, (password: string) => boolean][] = [
  [`${least} to 128 characters`, ({ length }) => length >= least && length <= 128],
  ['An upper-case letter', (password) => /\p{Lu}/u.test(password)],
  ['A lower-case letter', (password) => /\p{Ll}/u.test(password)],
  ['A digit', (password) => /\d/.test(password)],
  ['A special character', (password) => /[^\p{L}\d\s]/u.test(password)],
]

export const passwordProblem = (password: string) =>
  rules.every(([, holds]) => holds(password)) ? null : 'Meet all the rules below'

/** A field for choosing a password: the rules tick themselves off while it is typed. */
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
      <ul id={hint} className={classes.rules} aria-label="Password rules">
        {rules.map(([text, holds]) => (
          <li key={text} data-met={holds(typed) || undefined}>
            {holds(typed) ? (
              <IconCheck size={14} aria-hidden />
            ) : (
              <IconPoint size={14} aria-hidden />
            )}
            {text}
            <VisuallyHidden component="span">
              {holds(typed) ? ', met' : ', not met yet'}
            </VisuallyHidden>
          </li>
        ))}
      </ul>
    </div>
  )
}

export const visibilityToggle = { 'aria-label': 'Show what was typed', tabIndex: 0 }

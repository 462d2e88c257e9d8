import { z } from 'zod'

/** Signing in. Names with a stroke are never kept as a draft nor shown again. */
export const signInForm = z.object({
  email: z
    .string('Enter your email address')
    .trim()
    .toLowerCase()
    .min(1, 'Enter your email address')
    .max(320, 'Enter an email address of 320 characters or fewer'),
  _password: z
    .string('Enter your password')
    .min(1, 'Enter your password')
    .max(1000, 'Enter your password'),
  _code: z
    .string('Enter the code from your app')
    .trim()
    .min(1, 'Enter the code from your app')
    .max(40, 'Enter the code from your app'),
})

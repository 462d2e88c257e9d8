/**
 * The only script of the pages. Every page works without it; it adds what GOV.UK Frontend adds:
 * a menu that folds on a phone, focus on the error summary, buttons that refuse a second press; and
 * what needs a script: passkeys, drafts of forms, and a warning before a session ends.
 */
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  createAll,
} from 'govuk-frontend'
import { startDrafts } from './drafts.ts'
import { startPasskeys } from './passkeys.ts'
import { startSession } from './session.ts'

/** The one thing of the browser that this script touches itself. */
declare const document: { readonly body: { readonly classList: { add(...names: string[]): void } } }

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
createAll(Button, { preventDoubleClick: true })
for (const part of [
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
])
  createAll(part)
startPasskeys()
startDrafts(startSession())

/**
 * The only script of the pages. Every page works without it; it adds what GOV.UK Frontend adds:
 * a menu that folds on a phone, focus on the error summary, buttons that refuse a second press; and
 * passkeys, which need a script.
 */
import {
  Button,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
  createAll,
} from 'govuk-frontend'
import { startPasskeys } from './passkeys.ts'

/** The one thing of the browser that this script touches itself. */
declare const document: { readonly body: { readonly classList: { add(...names: string[]): void } } }

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
createAll(Button, { preventDoubleClick: true })
for (const part of [
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
])
  createAll(part)
startPasskeys()

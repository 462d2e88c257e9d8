/**
 * Forms that a passkey fills (`data-passkey`): shown only where the browser can do it. The browser asks
 * the device, the answer goes into the form, and the form is sent like any other.
 */
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

/** The few things of the browser that this script touches itself. */
interface Box {
  getAttribute(name: string): string | null
  querySelector(selector: string): Part | null
}
interface Part extends Box {
  hidden: boolean
  value: string
  submit(): void
  addEventListener(name: 'submit', listener: (event: { preventDefault(): void }) => void): void
}
declare const document: { querySelectorAll(selector: string): Iterable<Box> }

export function startPasskeys(): void {
  if (!browserSupportsWebAuthn()) return
  for (const box of document.querySelectorAll('[data-passkey]')) startOne(box)
}

function startOne(box: Box): void {
  const form = box.querySelector('[data-passkey-options]')
  const without = box.querySelector('[data-passkey-without]')
  const failed = box.querySelector('[data-passkey-failed]')
  if (form === null || without === null || failed === null) return
  without.hidden = true
  form.hidden = false
  form.addEventListener('submit', event => {
    event.preventDefault()
    failed.hidden = true
    // Whoever changes their mind, or whose device does not know this place, reads one sentence.
    fill(box, form).catch(() => {
      failed.hidden = false
    })
  })
}

async function fill(box: Box, form: Part): Promise<void> {
  const options: unknown = JSON.parse(form.getAttribute('data-passkey-options') ?? '{}')
  const answer = await (box.getAttribute('data-passkey') === 'make'
    ? startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
    : startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON }))
  const field = form.querySelector('[name="_answer"]')
  if (field === null) return
  field.value = JSON.stringify(answer)
  form.submit()
}

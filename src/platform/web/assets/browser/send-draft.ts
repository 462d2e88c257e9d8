import { location, type Form } from './dom.ts'

/** What became of a draft; `left` when the form itself was sent meanwhile. */
export type Sent = 'kept' | 'down' | 'signed out' | 'refused' | 'left'

/** Sends a draft with the token and the key of its form, as the form would send them itself. */
export async function sendDraft(form: Form, fields: string, line: AbortController): Promise<Sent> {
  const late = setTimeout(() => line.abort('late'), 20_000)
  try {
    return outcomeOf(
      await fetch(form.getAttribute('data-draft') ?? '', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-form-token': own(form, '_token'),
          'x-form-key': own(form, '_key'),
        },
        body: `{"place":${JSON.stringify(location.pathname)},"fields":${fields}}`,
        redirect: 'manual',
        keepalive: fields.length < 60_000,
        signal: line.signal,
      }),
    )
  } catch {
    return line.signal.reason === 'left' ? 'left' : 'down'
  } finally {
    clearTimeout(late)
  }
}

const own = (form: Form, name: string): string => form.querySelector(`[name=${name}]`)?.value ?? ''

function outcomeOf({ ok, type, status }: Response): Sent {
  if (ok) return 'kept'
  // Whoever is not signed in is sent to the page where one signs in.
  if (type === 'opaqueredirect' || status === 401) return 'signed out'
  return status >= 500 || status === 429 ? 'down' : 'refused'
}

import { Input } from '../../../platform/web/components/input.tsx'

/** Where a one-time code is typed; never filled in again. */
export const CodeField = ({ wrong, hint }: { wrong?: string | undefined; hint: string }) => (
  <Input
    id="code"
    name="_code"
    label="Code from your authenticator app"
    hint={hint}
    classes="govuk-input--width-10"
    autocomplete="one-time-code"
    autocapitalize="none"
    spellcheck={false}
    errorMessage={wrong}
  />
)

import { Button } from '../../../platform/web/components/button.tsx'

interface ButtonFormProps {
  action: string
  token: string
  text: string
  /** What the button is about, where the text alone would not tell it from others: read out, not shown. */
  about?: string
}

/** One button that changes something. */
export const ButtonForm = ({ action, token, text, about }: ButtonFormProps) => (
  <form method="post" action={action}>
    <input type="hidden" name="_token" value={token} />
    <Button classes="govuk-button--secondary govuk-!-margin-bottom-0" preventDoubleClick>
      {text}
      {about !== undefined && <span class="govuk-visually-hidden">{` ${about}`}</span>}
    </Button>
  </form>
)

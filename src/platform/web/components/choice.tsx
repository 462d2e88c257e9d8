import { Hint, type HintOptions } from './hint.tsx'
import { Label } from './label.tsx'
import { part, spaced, type Attributes, type Content, type Part, type Styled } from './options.ts'

export interface Choice {
  readonly text: Content
  readonly value: string
  readonly id?: string | undefined
  readonly label?: Styled | undefined
  readonly hint?: Part<HintOptions> | undefined
  /** Overrides what the group's own value or values say. */
  readonly checked?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** What is asked further when this is chosen. */
  readonly conditional?: Content
  readonly attributes?: Attributes | undefined
}

/** One choice as its kind of control sees it. */
export interface Control {
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly checked: boolean
  /** Ids that describe the control besides its own hint. */
  readonly describedBy?: string | undefined
  readonly behaviour?: string | undefined
}

/** A control, its label, its hint, and what is asked further when it is chosen. */
export function choice(kind: string, id: string, item: Choice, control: Control) {
  const { label = {}, conditional } = item
  const hint: HintOptions | undefined = item.hint ? part(item.hint) : undefined
  const hintId = `${id}-item-hint`
  const conditionalId = `conditional-${id}`
  return (
    <>
      <div class={`${kind}__item`}>
        <input
          {...item.attributes}
          class={`${kind}__input`}
          id={id}
          name={control.name}
          type={control.type}
          value={item.value}
          checked={control.checked}
          disabled={item.disabled}
          data-aria-controls={conditional ? conditionalId : undefined}
          data-behaviour={control.behaviour}
          aria-describedby={spaced(control.describedBy, hint && hintId)}
        />
        <Label {...label} classes={spaced(`${kind}__label`, label.classes)} for={id}>
          {item.text}
        </Label>
        {hint && <Hint {...hint} id={hintId} classes={spaced(`${kind}__hint`, hint.classes)} />}
      </div>
      {conditional && (
        <div
          class={spaced(`${kind}__conditional`, !control.checked && `${kind}__conditional--hidden`)}
          id={conditionalId}
        >
          {conditional}
        </div>
      )}
    </>
  )
}

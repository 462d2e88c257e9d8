import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Radios } from '../../../../platform/web/components/radios.tsx'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { errorAt, textOf, type Entered, type Shown } from '../../../../platform/web/forms/shown.ts'
import { hasEnded, nameInWords, type PersonName } from '../../../people/index.ts'
import { pageOfPart } from '../parts/part-page.tsx'
import type { SeenPerson } from '../record/read.ts'
import { stretchInWords } from '../stretch.ts'

/** The page on which the name is chosen that lists and searches show first. */
export const firstPage = (seen: SeenPerson, shown: Shown, today: string): PageAnswer => {
  const sentence = errorAt(shown, 'name')
  return pageOfPart(
    { title: 'Choose which name is shown first', shown },
    seen,
    <Form shown={inNames(shown, seen.names)} labels={{ name: 'Name shown first' }}>
      <Radios
        name="name"
        idPrefix="name"
        value={textOf(shown, 'name')}
        fieldset={{ legend: { text: 'Name' } }}
        hint={{
          text: 'Lists, cases and searches show this name. The person is still found by all others.',
        }}
        items={seen.names.map(one => ({
          value: one.id,
          text: nameInWords(one),
          hint: { text: aboutName(one, today) },
        }))}
        {...(sentence === undefined ? {} : { errorMessage: { text: sentence } })}
      />
      <Button text="Save" preventDoubleClick />
    </Form>,
  )
}

/** Two versions of a choice are read as names, not as what stands for them in a form. */
function inNames(shown: Shown, names: readonly PersonName[]): Shown {
  const chosen = (entered: Entered): Entered => {
    const one = names.find(({ id }) => id === textOf({ entered }, 'name'))
    return { name: one === undefined ? '' : nameInWords(one) }
  }
  return {
    ...shown,
    entered: chosen(shown.entered),
    theirs: shown.theirs && chosen(shown.theirs),
  }
}

const aboutName = (one: PersonName, today: string): string =>
  [
    one.kind,
    one.fromOn === null && one.untilOn === null ? '' : stretchInWords(one.fromOn, one.untilOn),
    hasEnded(one, today) ? 'ended' : '',
  ]
    .filter(Boolean)
    .join(', ')

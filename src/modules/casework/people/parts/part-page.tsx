import type { VNode } from 'preact'
import type { PageAnswer } from '../../../../platform/web/answers.tsx'
import { Button } from '../../../../platform/web/components/button.tsx'
import { errorsOf, Form } from '../../../../platform/web/forms/form.tsx'
import type { Shown } from '../../../../platform/web/forms/shown.ts'
import { nameInWords } from '../../../people/index.ts'
import type { SeenPerson } from '../record/read.ts'

export interface PartPageProps {
  title: string
  /** The words of each field, for the page that shows two versions. */
  labels: Readonly<Record<string, string>>
  fields: (shown: Shown) => VNode
}

/** The page on which one thing of a person's record is added or changed. */
export const partPage = (
  { title, labels, fields }: PartPageProps,
  seen: SeenPerson,
  shown: Shown,
): PageAnswer =>
  pageOfPart(
    { title, shown },
    seen,
    <Form shown={shown} labels={labels}>
      {fields(shown)}
      <Button text="Save" preventDoubleClick />
    </Form>,
  )

/** A form below somebody's record. */
export function pageOfPart(
  { title, shown }: { title: string; shown: Shown },
  { person, names }: SeenPerson,
  form: VNode,
): PageAnswer {
  const name = names[0] === undefined ? 'Name not known' : nameInWords(names[0])
  return {
    title,
    caption: name,
    breadcrumbs: [
      { text: 'People', href: '/people' },
      { text: name, href: `/people/${person.id}` },
    ],
    error: errorsOf(shown),
    children: form,
  }
}

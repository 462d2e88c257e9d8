import { Button } from '../../../platform/web/components/button.tsx'
import type { Persona } from './persona.ts'

/** The people of the demonstration, each with a button that signs in as them. */
export const PersonasList = ({
  personas,
  next,
}: {
  personas: readonly Persona[]
  next: string
}) => (
  <section aria-labelledby="personas">
    <h2 class="govuk-heading-m" id="personas">
      Sign in as somebody invented
    </h2>
    <p class="govuk-body">
      This is a demonstration. No person, place or case in it is real. Choose a role and try what it
      can do.
    </p>
    <form method="post" action="/demo/sign-in" class="turnstone-personas">
      <input type="hidden" name="next" value={next} />
      <ul class="govuk-list">
        {personas.map(persona => (
          <li key={persona.code} class="turnstone-persona">
            <Button
              text={persona.name}
              name="persona"
              value={persona.code}
              classes="govuk-button--secondary"
            />
            <p class="govuk-body">
              <strong>{persona.works}</strong>
              <br />
              {persona.tries}
            </p>
          </li>
        ))}
      </ul>
    </form>
  </section>
)

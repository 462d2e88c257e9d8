import { Button } from '../../../platform/web/components/button.tsx'
import { Details } from '../../../platform/web/components/details.tsx'
import type { Persona } from './persona.ts'

interface PersonasProps {
  personas: readonly Persona[]
  next: string
}

/** The people of the demonstration, each with a button that signs in as them. */
export const PersonasList = ({ personas, next }: PersonasProps) => {
  const [firsts, seconds] = [false, true].map(isSecond =>
    personas.filter(({ code }) => code.endsWith('-2') === isSecond),
  )
  return (
    <section aria-labelledby="personas">
      <h2 class="govuk-heading-m" id="personas">
        Sign in as somebody invented
      </h2>
      <p class="govuk-body">
        This is a demonstration. No person, place or case in it is real. Choose a role and try what
        it can do.
      </p>
      <form method="post" action="/demo/sign-in">
        <input type="hidden" name="next" value={next} />
        <Personas personas={firsts ?? []} />
        <Details summary="A second person of each role, for what needs two people">
          <Personas personas={seconds ?? []} />
        </Details>
      </form>
    </section>
  )
}

const Personas = ({ personas }: Pick<PersonasProps, 'personas'>) => (
  <ul class="turnstone-personas">
    {personas.map(persona => (
      <li key={persona.code} class="turnstone-persona">
        <Button
          text={persona.name}
          name="persona"
          value={persona.code}
          classes="govuk-button--secondary turnstone-persona__button"
        />
        <div class="turnstone-persona__words">
          <strong>{persona.works}</strong>
          <br />
          {persona.tries}
        </div>
      </li>
    ))}
  </ul>
)

/** GOV.UK Frontend ships no types; these are the parts that our script starts. */
declare module 'govuk-frontend' {
  type Part = abstract new (root: never) => object
  export const Button: Part
  export const CharacterCount: Part
  export const Checkboxes: Part
  export const ErrorSummary: Part
  export const NotificationBanner: Part
  export const PasswordInput: Part
  export const Radios: Part
  export const ServiceNavigation: Part
  export const SkipLink: Part
  export function createAll(part: Part, settings?: Readonly<Record<string, unknown>>): void
}

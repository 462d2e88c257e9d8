/** What is agreed with an identity provider (OpenID Connect). */
export interface ProviderSettings {
  /** Its name, as the button says it. */
  name: string
  /** Address of the issuer, without `/.well-known/…`. */
  issuer: string
  clientId: string
  clientSecret: string
}

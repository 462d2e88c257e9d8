/** Signatures that we check, as COSE numbers them: Ed25519, ES256 and RS256, which all devices have one of. */
export const algorithms = [-8, -7, -257] as const

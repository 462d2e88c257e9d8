/** Controls and marks that turn the direction of writing: forms leave them out, programs must not send them. */
const unseen = /(?![\n\t])[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u

/** Whether no text of a body holds what nobody sees. */
export const isPlain = (body: Readonly<Record<string, unknown>>): boolean =>
  Object.values(body).every(text => typeof text !== 'string' || !unseen.test(text))

export const notPlain = 'send texts without control characters'

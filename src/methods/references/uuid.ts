/** Whether a text can be an id at all: anything else is answered like an id that never was. Source: RFC 9562. */
export const isUuid = (text: unknown): text is string =>
  typeof text === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

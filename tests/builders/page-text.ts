/** The words of a page as a person reads them: tags away, white space folded. */
export const textOf = (html: string): string =>
  html
    .replace(/<head>.*?<\/head>/s, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()

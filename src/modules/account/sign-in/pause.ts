/** How long somebody must wait, as a sentence: whole minutes, or seconds below one. */
export const pauseSentence = (seconds: number): string =>
  `There were too many tries. Wait ${waitInWords(seconds)}, then try again.`

function waitInWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}

/** Where a command speaks: answers on standard output, problems on standard error. */
export interface Terminal {
  line(text: string): void
  problem(text: string): void
  /** True when a person watches, so that a line may be drawn over. */
  interactive: boolean
  /** Writes without a line break; only for a terminal that is interactive. */
  draw(text: string): void
}

export const processTerminal = (): Terminal => {
  // A reader that has gone (`npm start | head -1`) must not end the program.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  return {
    line: text => process.stdout.write(`${text}\n`),
    problem: text => process.stderr.write(`${text}\n`),
    interactive: process.stdout.isTTY === true,
    draw: text => process.stdout.write(text),
  }
}

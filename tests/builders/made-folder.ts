import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The DATA_DIR that the tests of one run copy theirs from; `desk` is the address of the run's databases. */
export const madeFolder = (desk: string): string =>
  join(tmpdir(), `turnstone-made-${new URL(desk).port}`)

/** CPU of turning the programme's model into its page, against the same page through Nunjucks macros. */
import { join } from 'node:path'
import { programmeInNunjucks } from '../baselines/programme-nunjucks.ts'
import type { Bench } from '../bench.ts'
import { cpuOf } from '../cpu.ts'
import type { Figure, Measured } from '../figure.ts'
import { differencesOf, navigationOf, outlineOf } from '../page-outline.ts'
import { takingTurns } from '../samples.ts'

export const renderProgramme: Figure = {
  name: 'render-programme',
  what: "CPU of rendering the programme page, against the same page through govuk-frontend's Nunjucks macros",
  must: '<= 5 ms and <= 1/5',
  measure,
}

const rounds = 9

async function measure(bench: Bench): Promise<Measured> {
  const { render, html } = await ourPage(bench)
  const renderBaseline = programmeInNunjucks(html)
  const outline = outlineOf(html)
  const differences = differencesOf(outline, outlineOf(renderBaseline()))
  if (differences.length > 0) {
    throw new Error(
      `bench/programme-nunjucks.njk does not give the same page: ${differences.join('; ')}`,
    )
  }
  // Until the machine code of both has settled.
  await cpuOf(1500, render)
  await cpuOf(200, renderBaseline)
  const { ours, baseline, ratio } = await takingTurns(rounds, {
    ours: () => cpuOf(300, render),
    baseline: () => cpuOf(50, renderBaseline),
  })
  return {
    is: 'measured',
    value: ours.median,
    baseline: baseline.median,
    unit: 'ms',
    ratio,
    met: ours.median <= 5 && ratio <= 1 / 5,
    spread: { value: ours.range, baseline: baseline.range },
    notes: [
      `The page has ${outline.rows} table rows, ${outline.cells.length} cells, ${outline.links} links and ${Math.round(html.length / 1024)} KiB; both have the same, cell by cell.`,
      'Ours begins at the model (words and intervals are worked out within the time); Nunjucks is given the finished words of every cell, with its templates compiled and kept.',
      'The rendered page equals the served one, byte for byte.',
    ],
  }
}

/** Our page from its model; checked against what the running program serves. */
async function ourPage(bench: Bench): Promise<{ render: () => string; html: string }> {
  const inside = await bench.inside()
  const served = (await bench.running()).html
  const { app } = await inside.runningDatabase(bench.dataDir)
  const model = await inside.programmeModel(app)
  const renderer = inside.programmeRenderer({
    navigation: navigationOf(served),
    manifest: join(bench.program, 'dist', 'assets', 'manifest.json'),
  })
  const html = renderer(model)
  if (html !== served) throw new Error('bench/inside.tsx renders another page than the program')
  return { render: () => renderer(model), html }
}

/**
 * Where the names of points go so that none lies on another name or on a point. The same points give
 * the same places on every machine: candidates are tried in a fixed order, the first that is free wins.
 */
import { textWidth } from './words-in-charts.ts'

export interface Named {
  readonly text: string
  /** The point that the name belongs to. */
  readonly x: number
  readonly y: number
  /** Higher is placed first, so that it is the last to go without a name. */
  readonly weight: number
}

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface PlacedName {
  readonly text: string
  readonly x: number
  /** The line that letters stand on. */
  readonly baseline: number
  readonly anchor: 'start' | 'middle' | 'end'
  /** The end of a line from the point, where the name had to stand away from it. */
  readonly leader: Line | null
  readonly box: Box
}

export interface Line {
  readonly fromX: number
  readonly fromY: number
  readonly toX: number
  readonly toY: number
}

/** Room around a point that no name may enter. */
const pointRadius = 7

/** Names in the order given; null where there is no free place: the table beside the chart has it. */
export function placeNames(
  names: readonly Named[],
  area: Box,
  size: number,
): (PlacedName | null)[] {
  const room: Room = { area, size, taken: names.map(({ x, y }) => around(x, y)), leaders: [] }
  const placed: (PlacedName | null)[] = names.map(() => null)
  const order = names.map((_, index) => index).sort((a, b) => byWeight(names, a, b))
  for (const index of order) {
    const name = names[index]
    if (!name) continue
    const place = firstFree(name, index, room)
    if (place) room.taken.push(place.box)
    if (place?.leader) room.leaders.push(place.leader)
    placed[index] = place
  }
  return placed
}

const byWeight = (names: readonly Named[], a: number, b: number) =>
  (names[b]?.weight ?? 0) - (names[a]?.weight ?? 0) || a - b

/** What is already there, and how much room there is. The points come first among the taken. */
interface Room {
  readonly area: Box
  readonly size: number
  readonly taken: Box[]
  readonly leaders: Line[]
}

function firstFree(name: Named, own: number, room: Room): PlacedName | null {
  const width = textWidth(name.text, room.size)
  const half = room.size * 0.55
  for (const candidate of candidates) {
    const middle = name.y + candidate.dy
    const left = name.x + candidate.dx - candidate.shift * width
    const box = { left, right: left + width, top: middle - half, bottom: middle + half }
    if (!within(box, room.area) || isTaken(box, room)) continue
    const place = placeAt(name, candidate, { box, size: room.size })
    if (!leaderCrosses(place, own, room)) return place
  }
  return null
}

/** No name over a point, another name or a line to one. */
const isTaken = (box: Box, { taken, leaders }: Room): boolean =>
  taken.some(other => overlap(box, other)) || leaders.some(line => crosses(line, box))

/** Nor its own line over any of them, but for the point that it leads from. */
const leaderCrosses = ({ leader }: PlacedName, own: number, { taken }: Room): boolean =>
  leader !== null && taken.some((other, index) => index !== own && crosses(leader, other))

interface Candidate {
  readonly dx: number
  readonly dy: number
  readonly anchor: PlacedName['anchor']
  readonly away: boolean
  /** How much of the name's width lies left of where it is anchored. */
  readonly shift: number
}

/** Beside the point first, then above and below, then on a diagonal, then away at the end of a line. */
const unshifted: readonly Omit<Candidate, 'shift'>[] = [
  { dx: 9, dy: 0, anchor: 'start', away: false },
  { dx: -9, dy: 0, anchor: 'end', away: false },
  { dx: 0, dy: -15, anchor: 'middle', away: false },
  { dx: 0, dy: 15, anchor: 'middle', away: false },
  { dx: 8, dy: -13, anchor: 'start', away: false },
  { dx: 8, dy: 13, anchor: 'start', away: false },
  { dx: -8, dy: -13, anchor: 'end', away: false },
  { dx: -8, dy: 13, anchor: 'end', away: false },
  ...[28, 46, 64].flatMap(away),
]

const shifts = { start: 0, middle: 0.5, end: 1 } as const

const candidates: readonly Candidate[] = unshifted.map(candidate => ({
  ...candidate,
  shift: shifts[candidate.anchor],
}))

/** Straight above and below at this distance, then steeply and then flatly to either side. */
function away(distance: number): Omit<Candidate, 'shift'>[] {
  const sides = [distance * 0.15, distance * 0.8].flatMap(aside => [
    { dx: aside, anchor: 'start' as const },
    { dx: -aside, anchor: 'end' as const },
  ])
  return [{ dx: 0, anchor: 'middle' as const }, ...sides].flatMap(side => [
    { ...side, dy: -distance, away: true },
    { ...side, dy: distance, away: true },
  ])
}

function placeAt(name: Named, to: Candidate, at: { box: Box; size: number }): PlacedName {
  const { box, size } = at
  const x = name.x + to.dx
  return {
    text: name.text,
    x,
    baseline: name.y + to.dy + size * 0.35,
    anchor: to.anchor,
    leader: to.away
      ? {
          fromX: name.x,
          fromY: name.y,
          toX: x + (0.5 - to.shift) * 8,
          toY: to.dy < 0 ? box.bottom : box.top,
        }
      : null,
    box,
  }
}

const around = (x: number, y: number): Box => ({
  left: x - pointRadius,
  right: x + pointRadius,
  top: y - pointRadius,
  bottom: y + pointRadius,
})

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Whether any part of a line lies in a box: what is left of it after cutting at each edge. */
function crosses(line: Line, box: Box): boolean {
  // Nearly every pair is far apart, and a dense funnel asks this thousands of times.
  if (isBeside(line, box)) return false
  const { fromX, fromY, toX, toY } = line
  const across = inside(fromX, toX - fromX, [box.left, box.right])
  const along = inside(fromY, toY - fromY, [box.top, box.bottom])
  return Math.max(across[0], along[0], 0) < Math.min(across[1], along[1], 1)
}

/** The whole line lies on one side of the box. */
const isBeside = ({ fromX, fromY, toX, toY }: Line, box: Box): boolean =>
  (fromX <= box.left && toX <= box.left) ||
  (fromX >= box.right && toX >= box.right) ||
  (fromY <= box.top && toY <= box.top) ||
  (fromY >= box.bottom && toY >= box.bottom)

/** The stretch of a line, from 0 at its start to 1 at its end, between two edges. */
function inside(start: number, length: number, [low, high]: [number, number]): [number, number] {
  if (length === 0)
    return start > low && start < high ? [-Infinity, Infinity] : [Infinity, -Infinity]
  const [one, other] = [(low - start) / length, (high - start) / length]
  return one < other ? [one, other] : [other, one]
}

const within = (box: Box, area: Box) =>
  box.left >= area.left &&
  box.right <= area.right &&
  box.top >= area.top &&
  box.bottom <= area.bottom

/** Heights pushed apart so that no two are closer than `gap`, in the order given from top to bottom. */
export function spreadApart(heights: readonly number[], gap: number, lowest: number): number[] {
  const down = [...heights]
  down.forEach((height, index) => {
    down[index] = Math.max(height, (down[index - 1] ?? -Infinity) + gap)
  })
  let limit = lowest
  for (let index = down.length - 1; index >= 0; index -= 1) {
    down[index] = Math.min(down[index] ?? limit, limit)
    limit = (down[index] ?? limit) - gap
  }
  return down
}

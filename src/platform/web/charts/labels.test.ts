import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, placeNames, spreadApart } from './labels.ts'

const area: Box = { left: 40, right: 600, top: 30, bottom: 420 }

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

test('a point by itself has its name on its right', () => {
  const [name] = placeNames([{ text: 'Kent', x: 100, y: 100, weight: 0 }], area, 14)
  expect(name).toMatchObject({ x: 109, anchor: 'start', leader: null })
})

test('at the right edge the name goes to the left', () => {
  const [name] = placeNames([{ text: 'Kent', x: 590, y: 100, weight: 0 }], area, 14)
  expect(name).toMatchObject({ x: 581, anchor: 'end' })
})

test('the weightier of two close points is named first', () => {
  const [light, heavy] = placeNames(
    [
      { text: 'Kent', x: 100, y: 100, weight: 0 },
      { text: 'Essex', x: 100, y: 104, weight: 1 },
    ],
    area,
    14,
  )
  expect(heavy).toMatchObject({ anchor: 'start', leader: null })
  expect(light?.anchor === 'start' && light.leader === null).toBe(false)
})

test('no name lies on another, on a point, or outside the drawing', () => {
  const point = fc.record({
    text: fc.constantFrom('Kent', 'Devon and Cornwall', 'Northamptonshire', 'Essex'),
    x: fc.integer({ min: 45, max: 595 }),
    y: fc.integer({ min: 35, max: 415 }),
    weight: fc.integer({ min: 0, max: 3 }),
  })
  fc.assert(
    fc.property(fc.array(point, { maxLength: 43 }), points => {
      const boxes = placeNames(points, area, 14).flatMap(place => (place ? [place.box] : []))
      boxes.forEach((box, index) => {
        expect(boxes.slice(index + 1).some(other => overlap(box, other))).toBe(false)
        expect(
          points.some(({ x, y }) =>
            overlap(box, { left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }),
          ),
        ).toBe(false)
        expect(box.left >= area.left && box.right <= area.right).toBe(true)
        expect(box.top >= area.top && box.bottom <= area.bottom).toBe(true)
      })
    }),
  )
})

test('no name hides the line that leads to another', () => {
  const point = fc.record({
    text: fc.constantFrom('Kent', 'Devon and Cornwall', 'Northamptonshire'),
    x: fc.integer({ min: 200, max: 300 }),
    y: fc.integer({ min: 150, max: 250 }),
    weight: fc.integer({ min: 0, max: 3 }),
  })
  fc.assert(
    fc.property(fc.array(point, { maxLength: 30 }), points => {
      const placed = placeNames(points, area, 14).flatMap(place => place ?? [])
      for (const { leader, box } of placed) {
        const others = placed.filter(other => other.box !== box)
        for (let part = 0.05; leader && part < 1; part += 0.05) {
          const x = leader.fromX + part * (leader.toX - leader.fromX)
          const y = leader.fromY + part * (leader.toY - leader.fromY)
          const dot = { left: x, right: x, top: y, bottom: y }
          expect(others.some(other => overlap(dot, other.box))).toBe(false)
        }
      }
    }),
  )
})

test('the same points are named in the same places every time', () => {
  const points = Array.from({ length: 43 }, (_, i) => ({
    text: `Force ${i}`,
    x: 50 + ((i * 37) % 500),
    y: 50 + ((i * 53) % 350),
    weight: i % 3,
  }))
  expect(placeNames(points, area, 14)).toEqual(placeNames(structuredClone(points), area, 14))
})

test('heights that are too close are pushed apart in their order, and stay in the drawing', () => {
  expect(spreadApart([100, 104, 200], 15, 400)).toEqual([100, 115, 200])
  expect(spreadApart([390, 395, 400], 15, 400)).toEqual([370, 385, 400])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 100, max: 400 }), { maxLength: 6 }), heights => {
      const apart = spreadApart(
        heights.toSorted((a, b) => a - b),
        15,
        400,
      )
      apart.slice(1).forEach((height, i) => {
        expect(height - (apart[i] ?? 0)).toBeGreaterThanOrEqual(15)
      })
      expect(Math.max(0, ...apart)).toBeLessThanOrEqual(400)
    }),
  )
})

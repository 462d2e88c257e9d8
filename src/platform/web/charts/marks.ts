/** The shapes that stand for a value, each as a path around a point. */
import { tenth } from './picture.tsx'

export type Shape = 'circle' | 'diamond' | 'square' | 'triangle'

/** The outline of a shape of about the same area as a circle of that radius. */
export function shapePath(shape: Shape, x: number, y: number, radius: number): string {
  const [left, middle] = [tenth(x), tenth(y)]
  return outlines[shape](left, middle, radius)
}

const outlines: Readonly<Record<Shape, (x: number, y: number, r: number) => string>> = {
  circle: (x, y, r) =>
    `M${tenth(x - r)} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`,
  square: (x, y, r) =>
    `M${tenth(x - r * 0.9)} ${tenth(y - r * 0.9)}h${tenth(r * 1.8)}v${tenth(r * 1.8)}h${tenth(-r * 1.8)}z`,
  diamond: (x, y, r) =>
    `M${x} ${tenth(y - r * 1.3)}l${tenth(r * 1.3)} ${tenth(r * 1.3)}l${tenth(-r * 1.3)} ${tenth(r * 1.3)}l${tenth(-r * 1.3)} ${tenth(-r * 1.3)}z`,
  triangle: (x, y, r) =>
    `M${x} ${tenth(y - r * 1.25)}l${tenth(r * 1.2)} ${tenth(r * 2.1)}h${tenth(-r * 2.4)}z`,
}

import { generate } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'

/** White around the picture, without which cameras do not find it: 4 squares (ISO/IEC 18004). */
const quiet = 4

/** A text as a QR code, for the camera of a phone. Black on white whatever the page wears. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const code = generate(text)
  const side = code.size + 2 * quiet
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={220}
      height={220}
      viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect x={-quiet} y={-quiet} width={side} height={side} fill="#fff" />
      <path d={toSvgPath(code)} fill="#000" />
    </svg>
  )
}

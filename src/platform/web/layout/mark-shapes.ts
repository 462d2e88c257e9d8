/** The shapes of the mark, once: the header draws them inline and a test compares the SVG file. */
export const markShapes = {
  viewBox: '0 0 32 32',
  paths: ['M4 20a10 8 0 0 1 18-5l6-3-4 8a10 8 0 0 1-20 0z', 'M22 26l4-4 5 3v3H22z'],
}

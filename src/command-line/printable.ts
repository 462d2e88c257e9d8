/** Words from outside, without what could move the cursor of a terminal. */
export const printable = (word: string): string => word.replace(/[^\x20-\x7e]/g, '?').slice(0, 100)

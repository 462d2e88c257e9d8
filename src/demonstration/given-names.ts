/** Given names of people on cases, as they come in a mixed area. */

export const girls = listed(
  'Abigail Aisha Bethan Chloe Daria Eilidh Esme Fatou Grace Hana Imogen Jaya Kezia Łucja Maryam ' +
    'Niamh Olivia Poppy Roksana Sadie Tia Umaima Verity Xin-Yi Yasmin Zuzanna',
)

export const boys = listed(
  'Aaron Bilal Callan Dawit Elliot Finlay Gabriel Hassan Ioan Jaden Kacper Liam Mateo Nikolai Oscar ' +
    'Pavel Quentin Rhys Sami Theo Usman Vasile Wesley Yusuf Zachary Bao',
)

export const women = listed(
  'Angela Bernadette Carys Denise Elżbieta Fiona Geraldine Halima Irina Joanne Kalpana Lorraine ' +
    'Mercy Noreen Oksana Pauline Rukhsana Sheila Tracey Wendy',
)

export const men = listed(
  'Adrian Brendan Clive Darius Emeka Farooq Glyn Howard Ilie Joaquín Kelvin Leszek Malcolm Neil ' +
    'Olumide Pritesh Raymond Stefan Trevor Wayne',
)

/** What friends call somebody, and what somebody goes by on a screen. */
export const nicknames = listed('Bee Jojo Mouse Tig Spud Midge Ozzy Coco Pip Dodge')
export const handles = listed(
  'lanternfish_07 northpier99 k1te.string quietmoth tide_runner saltlamp',
)

/** Aliases in other scripts, with the family name as that script writes it. */
export const otherScripts: readonly [Written, ...Written[]] = [
  { given: 'Дарья', family: 'Вересова' },
  { given: 'أمينة', family: 'الدرعي' },
  { given: '昕怡', family: '卓' },
  { given: 'Ελένη', family: 'Μαρκάτου' },
]

interface Written {
  given: string
  family: string
}

function listed(words: string): [string, ...string[]] {
  return words.split(' ') as [string, ...string[]]
}

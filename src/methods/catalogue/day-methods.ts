/** Calculations about days, by name. */
import { addMonths, addWeeks } from '../working-days/calendar-months.ts'
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from '../working-days/working-days.ts'
import { calendar, count, day } from './fields.ts'
import type { Method } from './method.ts'
import { method } from './method.ts'

const page = 'working-days'

export const dayMethods: readonly Method[] = [
  method({
    name: 'is-working-day',
    question: 'Is this a working day?',
    page,
    shape: { day, calendar },
    run: isWorkingDay,
  }),
  method({
    name: 'next-working-day',
    question: 'Which is the first working day after this one?',
    page,
    shape: { day, calendar },
    run: nextWorkingDay,
  }),
  method({
    name: 'add-working-days',
    question: 'Which day is so many working days away?',
    page,
    shape: { from: day, days: count, calendar },
    run: addWorkingDays,
  }),
  method({
    name: 'working-days-between',
    question: 'How many working days lie between two days?',
    page,
    shape: { from: day, to: day, calendar },
    run: workingDaysBetween,
  }),
  method({
    name: 'add-months',
    question: 'Which day ends a period of calendar months?',
    page,
    shape: { from: day, months: count },
    run: addMonths,
  }),
  method({
    name: 'add-weeks',
    question: 'Which day ends a period of weeks?',
    page,
    shape: { from: day, weeks: count },
    run: addWeeks,
  }),
]

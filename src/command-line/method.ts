import type { Command } from './command.ts'
export const method: Command = {
  name: 'method',
  summary: 'one calculation from the methods: JSON in, JSON out',
  help: '',
  run: () => Promise.resolve(1),
}

import type { Command } from './command.ts'
import { clock } from './commands/clock.ts'
import { doctor } from './commands/doctor.ts'
import { journal } from './commands/journal.ts'
import { lint } from './commands/lint.ts'
import { send } from './commands/send.ts'
import { startCommand } from './commands/start.ts'
import { verifyDeliveryCommand } from './commands/verify-delivery.ts'
import { world } from './commands/world.ts'

/** All that `minibell` does, in the order of help. */
export const commands: readonly Command[] = [
  startCommand,
  send,
  clock,
  world,
  journal,
  lint,
  doctor,
  verifyDeliveryCommand,
]

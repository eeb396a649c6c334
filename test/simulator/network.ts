import type { Connection, Http, HttpExchange, HttpRequest, HttpResponse, Socket, Timers } from '@minibell/ports'
import type { Chance } from '../tools/chance.ts'

/** How bad the network is; each number is a probability but `delayMs`, the longest that anything takes. */
export interface Weather {
  readonly loss: number
  readonly twice: number
  readonly error: number
  readonly cut: number
  readonly reorder: number
  readonly delayMs: number
}

/** Nothing happens to anything. */
export const fair: Weather = { loss: 0, twice: 0, error: 0, cut: 0, reorder: 0, delayMs: 0 }

/** What happens to one phone's requests and frames. */
export interface Network {
  readonly http: Http
  readonly socket: Socket
  weather: Weather
  /** Requests fail at once and sockets do not open. */
  isDown: boolean
  /** Ends every open socket; a deaf one stays open and carries nothing more. */
  breakSockets(how: 'cut' | 'deaf'): void
  /** A frame that came before comes again: one that would fit at `offset`, if there is any. */
  repeatOld(offset: number): void
  /** Somebody else has the phone: what came before comes no more. */
  forget(): void
}

/** One open socket, and the frames that phones heard. */
interface Wires {
  readonly open: Set<{ end(how: 'cut' | 'deaf'): void; carry(text: string): void }>
  past: string[]
}

export interface NetworkOptions {
  readonly http: Http
  readonly socket: Socket
  readonly timers: Timers
  readonly chance: Chance
  /** Called once for each thing that went wrong. */
  fault(what: string): void
  /** Called for each request that reaches the platform. */
  seen(request: HttpRequest): void
}

/** A network between a phone and the platform. */
export function network(options: NetworkOptions): Network {
  const wires: Wires = { open: new Set(), past: [] }
  const net: Network = {
    weather: fair,
    isDown: false,
    http: (request) => exchange(options, net, request),
    socket: (url, events) => line(options, net, wires, url, events),
    breakSockets(how) {
      for (const { end } of [...wires.open]) {
        options.fault(how)
        end(how)
      }
    },
    repeatOld(offset) {
      const fits = wires.past.filter((text) => {
        const { from, to } = JSON.parse(text)
        return from <= offset && offset < to
      })
      const old = fits.length > 0 ? fits : wires.past
      if (old.length === 0) return
      for (const { carry } of wires.open) {
        options.fault('an old frame again')
        carry(options.chance.pick(old))
      }
    },
    forget() {
      wires.past = []
    },
  }
  return net
}

function exchange(options: NetworkOptions, net: Network, request: HttpRequest): HttpExchange {
  let abort: (error: Error) => void = () => undefined
  const aborted = new Promise<never>((_, reject) => {
    abort = reject
  })
  aborted.catch(() => undefined)
  const response = Promise.race([carried(options, net, request), aborted])
  response.catch(() => undefined)
  return { response, abort: () => abort(new Error('aborted')) }
}

async function carried(options: NetworkOptions, net: Network, request: HttpRequest): Promise<HttpResponse> {
  const { chance, fault, http, seen } = options
  const { loss, twice, error } = net.weather
  const wait = (): Promise<void> => delay(options, net.weather)
  if (net.isDown) throw failed(fault, 'no network')
  await wait()
  if (chance.is(loss)) throw await later(options, failed(fault, 'request lost'))
  seen(request)
  const answer = await http(request).response
  if (chance.is(twice)) {
    fault('request twice')
    seen(request)
    await http(request).response
  }
  if (chance.is(loss)) throw await later(options, failed(fault, 'answer lost'))
  await wait()
  if (!chance.is(error)) return answer
  fault('error in place of an answer')
  return chance.pick([
    { status: 502, headers: {}, body: '<html>Bad gateway</html>' },
    { status: 503, headers: {}, body: '' },
    { status: 429, headers: {}, body: '{"error":{"code":"flood","message":"Too many.","retryAfterMs":700}}' },
    // Half of a body that promised more.
    { ...answer, body: answer.body.slice(0, answer.body.length >> 1) },
  ])
}

type Events = Parameters<Socket>[1]

function line(options: NetworkOptions, net: Network, wires: Wires, url: string, events: Events): Connection {
  const { chance, fault, timers } = options
  let state: 'open' | 'deaf' | 'closed' = 'open'
  let inner: Connection | undefined
  let isTold = false

  const closed = (): void => {
    wires.open.delete(wire)
    state = 'closed'
    if (inner) inner.close()
    if (!isTold) events.closed(1006, '')
    isTold = true
  }
  const carry = carrier(options, net)
  const down = carry((text) => {
    if (state !== 'open') return
    if (!chance.is(net.weather.cut)) return events.received(text)
    fault('cut in a frame')
    events.received(text.slice(0, 1 + chance.below(text.length)))
    closed()
  })
  const up = carry((text) => {
    if (state === 'open' && inner) inner.send(text)
  })

  const open = (): void => {
    if (state === 'closed') return
    if (net.isDown || chance.is(net.weather.loss)) {
      fault('socket refused')
      closed()
      return
    }
    inner = options.socket(url, {
      opened: () => state === 'open' && events.opened(),
      received(text) {
        if (text.includes('"batch"')) wires.past = [text, ...wires.past].slice(0, 200)
        down.carry(text)
      },
      closed: () => down.end(() => state === 'open' && closed()),
    })
  }
  const wire = {
    carry: (text: string) => down.carry(text),
    end(how: 'cut' | 'deaf') {
      if (how === 'cut') closed()
      else state = 'deaf'
    },
  }
  wires.open.add(wire)
  timers.after(chance.below(net.weather.delayMs + 1), open)
  return { send: (text) => state === 'open' && up.carry(text), close: () => timers.after(0, closed) }
}

interface Way {
  carry(text: string): void
  /** Runs after what was carried has arrived. */
  end(run: () => void): void
}

/** Frames of one direction: in order, unless the weather is such that they overtake each other. */
function carrier({ timers, chance, fault }: NetworkOptions, net: Network): (arrive: (text: string) => void) => Way {
  return (arrive) => {
    let last = 0
    const carry = (text: string): void => {
      const { loss, twice, reorder, delayMs } = net.weather
      if (chance.is(loss)) {
        fault('frame lost')
        return
      }
      const ms = chance.below(delayMs + 1)
      if (ms > 0) fault('frame late')
      const isEarly = chance.is(reorder)
      if (isEarly) fault('frames overtake')
      const at = isEarly ? timers.elapsed() + ms : Math.max(last, timers.elapsed() + ms)
      last = Math.max(last, at)
      timers.after(at - timers.elapsed(), () => arrive(text))
      if (!chance.is(twice)) return
      fault('frame twice')
      timers.after(at - timers.elapsed() + chance.below(delayMs + 1), () => arrive(text))
    }
    return { carry, end: (run) => timers.after(Math.max(0, last - timers.elapsed()), run) }
  }
}

async function delay({ timers, chance, fault }: NetworkOptions, { delayMs }: Weather): Promise<void> {
  const ms = chance.below(delayMs + 1)
  if (ms === 0) return
  fault('late')
  await new Promise<void>((done) => {
    timers.after(ms, done)
  })
}

/** What was lost is missed after a while. */
async function later({ timers, chance }: NetworkOptions, error: Error): Promise<Error> {
  await new Promise<void>((done) => {
    timers.after(chance.below(10_000), done)
  })
  return error
}

function failed(fault: NetworkOptions['fault'], what: string): Error {
  fault(what)
  return new Error(what)
}

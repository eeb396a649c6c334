import { createHash } from 'node:crypto'
import { metaField } from './places.ts'

/** A Lua program and the name under which the engine keeps it. */
export interface Script {
  readonly text: string
  readonly sha: string
}

const meta = `
local function metaOf(rows)
  local text = redis.call('HGET', rows, '${metaField}')
  if not text then return nil end
  local version, base, top = string.match(text, '^(%d+) (%d+) (%d+)$')
  return tonumber(version), tonumber(base), tonumber(top)
end
local function keepMeta(rows, version, base, top)
  redis.call('HSET', rows, '${metaField}', string.format('%.0f %.0f %.0f', version, base, top))
end`

/**
 * Compare and set, with no rule in it. KEYS: rows, index, log. ARGV: the version before the first of this life, the channel, how many
 * rows are expected, each as key and version; how many are put, each as key and JSON, empty to remove; the top that the log must have
 * or -1, and the entries. Answers 1 when all of it happened, 0 when nothing did.
 */
export const commitScript = script(`${meta}
local rows, index, log = KEYS[1], KEYS[2], KEYS[3]
local version, base, top = metaOf(rows)
if not version then version, base, top = tonumber(ARGV[1]), 0, 0 end
local at = 4
for _ = 1, tonumber(ARGV[3]) do
  local row = redis.call('HGET', rows, ARGV[at])
  if (row and string.match(row, '^%d+') or '0') ~= ARGV[at + 1] then return 0 end
  at = at + 2
end
local puts = tonumber(ARGV[at])
local from = at + 1 + 2 * puts
local after = tonumber(ARGV[from])
if after >= 0 and after ~= top then return 0 end
at = at + 1
for _ = 1, puts do
  local key, value = ARGV[at], ARGV[at + 1]
  if value == '' then
    if redis.call('HDEL', rows, key) == 1 then redis.call('ZREM', index, key) end
  else
    version = version + 1
    if redis.call('HSET', rows, key, string.format('%.0f ', version) .. value) == 1 then redis.call('ZADD', index, 0, key) end
  end
  at = at + 2
end
for entry = from + 1, #ARGV do
  top = top + 1
  redis.call('XADD', log, string.format('%.0f-0', top), 'e', ARGV[entry])
end
keepMeta(rows, version, base, top)
if after >= 0 and top > after then redis.call('SPUBLISH', ARGV[2], string.format('%.0f %.0f', after, top)) end
return 1`)

/** KEYS: rows, index. ARGV: from, to, most, `REV` or nothing. Answers keys and rows in turns, as of one moment. */
export const scanScript = script(`
local found
if ARGV[4] == 'REV' then found = redis.call('ZRANGE', KEYS[2], ARGV[2], ARGV[1], 'BYLEX', 'REV', 'LIMIT', 0, ARGV[3])
else found = redis.call('ZRANGE', KEYS[2], ARGV[1], ARGV[2], 'BYLEX', 'LIMIT', 0, ARGV[3]) end
if #found == 0 then return {} end
local values = redis.call('HMGET', KEYS[1], unpack(found))
local both = {}
for at = 1, #found do
  both[2 * at - 1] = found[at]
  both[2 * at] = values[at]
end
return both`)

/** KEYS: rows, log. ARGV: the offset up to which entries go. */
export const trimScript = script(`${meta}
local version, base, top = metaOf(KEYS[1])
if not version then return 0 end
local upTo = math.min(tonumber(ARGV[1]), top)
if upTo <= base then return 0 end
redis.call('XTRIM', KEYS[2], 'MINID', string.format('%.0f-0', upTo + 1))
keepMeta(KEYS[1], version, upTo, top)
return 1`)

/**
 * KEYS: alive, life. ARGV: the process, and after how many ms of silence one is dead. Answers the engine's time in ms and the life.
 */
export const beatScript = script(`
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - tonumber(ARGV[2]))
redis.call('ZADD', KEYS[1], now, ARGV[1])
return { string.format('%.0f', now), redis.call('GET', KEYS[2]) or '0' }`)

/**
 * KEYS: talk, alive, life. ARGV: the process, and the number of a new life or nothing. Says to all that they must look again. Answers the
 * id of the announcement and who is alive.
 */
export const announceScript = script(`
if ARGV[2] ~= '' then redis.call('SET', KEYS[3], ARGV[2]) end
local id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', 1000, '*', 'kind', 'look', 'by', ARGV[1], 'life', redis.call('GET', KEYS[3]) or '0')
return { id, redis.call('ZRANGE', KEYS[2], 0, -1) }`)

/** KEYS: lock, alive. ARGV: the process. One holds it: a living one keeps it, a dead one loses it. Answers 1 when it is the asker's. */
export const lockScript = script(`
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] and redis.call('ZSCORE', KEYS[2], holder) then return 0 end
redis.call('SET', KEYS[1], ARGV[1])
return 1`)

/** KEYS: lock. ARGV: the process. */
export const unlockScript = script(`
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1`)

function script(text: string): Script {
  return { text, sha: createHash('sha1').update(text).digest('hex') }
}

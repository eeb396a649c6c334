import { createHash } from 'node:crypto'
import { metaField } from './places.ts'

/** A Lua program and the name under which the engine keeps it. */
export interface Script {
  readonly text: string
  readonly sha: string
}

/** Arguments of one command within a program: Lua gives no more than some thousands at once. */
const mostAtOnce = 1_000

/** Keys that wait to be sorted in a partition that nobody asks for an order. */
const mostUnsorted = 100_000

const meta = `
local function readMeta(text)
  if not text then return nil end
  local version, base, top = string.match(text, '^(%d+) (%d+) (%d+)$')
  return tonumber(version), tonumber(base), tonumber(top)
end`

/**
 * Keys of rows wait unsorted until somebody asks for an order, which for most partitions nobody ever does: a sorted set costs the engine more
 * than all else of a commit. Those that are gone again by then are left out.
 */
const sorting = `
local function sort(rows, index, unsorted, most)
  local keys, named = redis.call('LPOP', unsorted, most), {}
  for _, key in ipairs(keys or {}) do
    if redis.call('HEXISTS', rows, key) == 1 then
      named[#named + 1] = '0'
      named[#named + 1] = key
    end
  end
  if #named > 0 then redis.call('ZADD', index, 'NX', unpack(named)) end
end`

/**
 * Compare and set, with no rule in it. KEYS: rows, index, log, unsorted. ARGV: the version before the first of this life, the channel, the top that
 * the log must have or -1, how many rows are expected, their keys, their versions, how many are put, each as key and JSON, how many are
 * removed, their keys, and the entries. Answers 1 when all of it happened, 0 when nothing did. All rows of a commit get one version.
 */
export const commitScript = script(`${meta}${sorting}
local rows, index, log, unsorted = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local seen = {}
local after, expected = tonumber(ARGV[3]), tonumber(ARGV[4])
local version, base, top
for from = 1, math.max(expected, 1), ${mostAtOnce} do
  local to = math.min(expected, from + ${mostAtOnce - 1})
  local found = redis.call('HMGET', rows, '${metaField}', unpack(ARGV, 4 + from, 4 + to))
  if not version then version, base, top = readMeta(found[1]) end
  for at = from, to do
    local row, wanted = found[at - from + 2], ARGV[4 + expected + at]
    seen[ARGV[4 + at]] = wanted
    if not row then
      if wanted ~= '0' then return 0 end
    elseif string.sub(row, 1, #wanted + 1) ~= wanted .. ' ' then return 0 end
  end
end
if not version then version, base, top = tonumber(ARGV[1]), 0, 0 end
if after >= 0 and after ~= top then return 0 end
version = version + 1
local at = 5 + 2 * expected
local puts = tonumber(ARGV[at])
local removed = at + 1 + 2 * puts
local removals = tonumber(ARGV[removed])
local entries = removed + removals
local last = top + #ARGV - entries
local fields, fresh = { '${metaField}', string.format('%.0f %.0f %.0f', version, base, last) }, {}
local mark = string.format('%.0f ', version)
for put = 1, puts do
  local key = ARGV[at + 2 * put - 1]
  if seen[key] == '0' or (not seen[key] and redis.call('HEXISTS', rows, key) == 0) then fresh[#fresh + 1] = key end
  fields[#fields + 1] = key
  fields[#fields + 1] = mark .. ARGV[at + 2 * put]
end
for from = 1, #fields, ${2 * mostAtOnce} do
  redis.call('HSET', rows, unpack(fields, from, math.min(#fields, from + ${2 * mostAtOnce - 1})))
end
local waiting = 0
for from = 1, #fresh, ${mostAtOnce} do
  waiting = redis.call('RPUSH', unsorted, unpack(fresh, from, math.min(#fresh, from + ${mostAtOnce - 1})))
end
if waiting > ${mostUnsorted} then sort(rows, index, unsorted, 100) end
for from = removed + 1, entries, ${mostAtOnce} do
  local to = math.min(entries, from + ${mostAtOnce - 1})
  if redis.call('HDEL', rows, unpack(ARGV, from, to)) > 0 then redis.call('ZREM', index, unpack(ARGV, from, to)) end
end
for entry = entries + 1, #ARGV do
  top = top + 1
  redis.call('XADD', log, string.format('%.0f-0', top), 'e', ARGV[entry])
end
if after >= 0 and top > after then redis.call('SPUBLISH', ARGV[2], string.format('%.0f %.0f', after, top)) end
return 1`)

/**
 * KEYS: rows, index, unsorted. ARGV: from, to, most, `REV` or nothing. Answers keys and rows in turns, as of one moment, or 1: there was so
 * much to sort that it must be asked again.
 */
export const scanScript = script(`${sorting}
sort(KEYS[1], KEYS[2], KEYS[3], ${mostAtOnce})
if redis.call('EXISTS', KEYS[3]) == 1 then return 1 end
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
local version, base, top = readMeta(redis.call('HGET', KEYS[1], '${metaField}'))
if not version then return 0 end
local upTo = math.min(tonumber(ARGV[1]), top)
if upTo <= base then return 0 end
redis.call('XTRIM', KEYS[2], 'MINID', string.format('%.0f-0', upTo + 1))
redis.call('HSET', KEYS[1], '${metaField}', string.format('%.0f %.0f %.0f', version, upTo, top))
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

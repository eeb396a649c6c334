// `node --no-warnings bench/scale/paper.ts`: the table of docs/scale.md, from unit costs that were measured and loads that are assumed.

/** Measured on two shared cores, Node 24, Redis 7.0.15, beside much other work: an idle machine needs less. */
const measured = {
  /** Processor of ours and of the engine for a send to one person, from `npm run bench:scale`. */
  sendOursUs: 760,
  sendEngineUs: 190,
  /** Of one read of some fields, with what it takes to hear and answer it. */
  readEngineUs: 3.2,
  journalRowEngineUs: 11,
  /** Bytes that an item keeps in a person's partition: rows, index once somebody looked into the inbox, log. */
  personBytes: 960 + 370 + 690,
  /** Bytes that a send of its own keeps with its sender: claim, content, to whom, who knows it; and names that nobody sorts. */
  senderBytes: 813 + 88,
  journalRowBytes: 2_875,
  /** Of the append-only file. */
  fileBytes: 5_445,
}

/** What is not known and may be argued with. */
const assumed = {
  recipients: 100e6,
  senders: 10_000,
  messagesPerPersonADay: 1,
  keptItems: 30,
  peakOverMean: 5,
  fileRecipients: 500_000,
  filesAtOnce: 20,
  filePerSecond: 1_700,
  onlineShare: 0.05,
  socketsPerProcess: 20_000,
  shareOfRegion: 0.3,
  reconnectWithinSeconds: 60,
  readsOfAReconnect: 8,
  oursOfAReconnectUs: 1_000,
  recordBytesOfAPerson: 1_200,
  bytesOfAShard: 25e9,
  busyShareOfACore: 0.6,
}

const second = 1e6 * assumed.busyShareOfACore
const meanSends = (assumed.recipients * assumed.messagesPerPersonADay) / 86_400
const peakSends = meanSends * assumed.peakOverMean
const files = assumed.filesAtOnce * assumed.filePerSecond
const itemBytes = assumed.recipients * assumed.keptItems * measured.personBytes
const sendBytes = assumed.recipients * assumed.messagesPerPersonADay * measured.senderBytes
const shardsByBytes = itemBytes / assumed.bytesOfAShard
const shardsByWork = ((peakSends + files) * measured.sendEngineUs) / second
const online = assumed.recipients * assumed.onlineShare
const storm = (online * assumed.shareOfRegion) / assumed.reconnectWithinSeconds
const stormShards = (storm * assumed.readsOfAReconnect * measured.readEngineUs) / second

const rows: readonly (readonly [string, string])[] = [
  ['sends a second, mean and peak', `${whole(meanSends)} and ${whole(peakSends)}`],
  [
    `a file of ${whole(assumed.fileRecipients)} recipients at ${whole(assumed.filePerSecond)} a second`,
    `${whole(assumed.fileRecipients / assumed.filePerSecond)} s`,
  ],
  [`${assumed.filesAtOnce} files at once, messages a second`, whole(files)],
  ['cores of ours for sends at the peak', whole((peakSends * measured.sendOursUs) / second)],
  ['cores of ours for those files', whole((files * measured.sendOursUs) / second)],
  ['shards by work (peak and files)', whole(shardsByWork)],
  [`memory of inboxes, ${assumed.keptItems} items each`, terabytes(itemBytes)],
  ['shards by memory, without replicas', whole(shardsByBytes)],
  ['written with senders a day', terabytes(sendBytes)],
  [
    'append-only files a day, before rewriting',
    terabytes(assumed.recipients * assumed.messagesPerPersonADay * measured.fileBytes),
  ],
  ['open inboxes', whole(online)],
  ['processes by sockets', whole(online / assumed.socketsPerProcess)],
  [
    `reconnects a second after ${assumed.shareOfRegion * 100} % were cut, over ${assumed.reconnectWithinSeconds} s`,
    whole(storm),
  ],
  ['cores of ours for the storm', whole((storm * assumed.oursOfAReconnectUs) / second)],
  ['shards that the storm keeps busy', whole(stormShards)],
  [
    'journal: share of one shard at the peak',
    `${Math.round(((peakSends * measured.journalRowEngineUs) / second) * 100)} %`,
  ],
  ['journal: into one shard at the peak', `${whole((peakSends * measured.journalRowBytes) / 1e6)} MB a second`],
  ['records of persons, one partition on one shard', terabytes(assumed.recipients * assumed.recordBytesOfAPerson)],
]

for (const [what, figure] of rows) process.stdout.write(`| ${what} | ${figure} |\n`)

function whole(figure: number): string {
  return Math.ceil(figure).toLocaleString('en')
}

function terabytes(bytes: number): string {
  return bytes >= 1e12 ? `${(bytes / 1e12).toFixed(1)} TB` : `${whole(bytes / 1e9)} GB`
}

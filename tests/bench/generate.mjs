// A seeded export as a helpdesk would write it: 14 columns, about 440 bytes a ticket, a tenth of the descriptions with
// quotes and line breaks, letters beyond ASCII. The same size gives the same bytes.
//
//   node tests/bench/generate.mjs 100000 csv     → .bench/tickets-100000.csv
//
// Formats: csv, ndjson, csv.gz.
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

const folder = path.resolve(import.meta.dirname, '../../.bench');
const columns = [
  'Id',
  'Created at',
  'First reply at',
  'Solved at',
  'Status',
  'Priority',
  'Via',
  'Requester email',
  'Assignee',
  'Group',
  'Subject',
  'Description',
  'Tags',
  'Satisfaction Score',
];
const groups = [
  'Billing',
  'Technical L1',
  'Technical L2',
  'Onboarding',
  'Accounts',
  'Shipping',
  'Returns & Refunds',
  'Mobile',
  'API',
  'Sales "Inbound"',
  'Security, Trust',
  'Büro Köln',
];
const firstNames = ['Anna', 'Ben', 'Chloé', 'Dmitri', 'Eve', 'Faisal', 'Grace', 'Hiro', 'Inés', 'Jürgen'];
const lastNames = ['Smith', 'Kim', 'García', 'Müller', 'Okafor', 'Ivanov', 'Rossi', "O'Neil"];
const subjects = [
  'Cannot log in to my account',
  'Refund not received for order',
  'App crashes on startup',
  'How do I reset my password',
  'Invoice shows the wrong amount',
  'API returns error 500',
  'Delivery is late',
  'Export to CSV fails',
  'Change my e-mail address',
  'Login code does not arrive',
  'Please add a dark mode',
  'Subscription cancelled by mistake',
];
const words =
  `the a my order account login error page invoice refund payment please help when I try to it fails again with
  message code since update last week app browser password reset mail never arrives support team thanks customer number
  card charged twice export report button nothing happens loading forever screen blank after install version device phone
  need urgent resolved yesterday still waiting reply können não está café résumé`.split(/\s+/);
const tags = [
  'billing',
  'login',
  'bug',
  'refund',
  'vip',
  'mobile',
  'ios',
  'android',
  'api',
  'urgent_issue',
  'followup',
  'churn_risk',
];

/** Mulberry32: small, and good enough to fill files. */
function createRandom(seed) {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    pick: (items) => items[Math.floor(next() * items.length)],
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

const start = Date.UTC(2024, 0, 1);
const until = Date.UTC(2026, 0, 1);
const stamp = (ms) => (Number.isNaN(ms) ? '' : `${new Date(ms).toISOString().slice(0, 19)}Z`);

/** One ticket as cells, in the order of the columns. What happens after the end of the export is not known to it. */
function ticketOf(index, { count, random, agents }) {
  const { next, pick, normal } = random;
  let created;
  do {
    created = start + Math.floor(((index + next() * 50) / (count + 50)) * (until - start - 86_400_000));
    created = Math.floor((created + next() * 43_200_000) / 1000) * 1000;
  } while ([0, 6].includes(new Date(created).getUTCDay()) && next() < 0.6);
  const after = (from, median, sigma) => {
    const at = from + Math.floor(Math.exp(Math.log(median) + sigma * normal())) * 1000;
    return at < until ? at : Number.NaN;
  };
  const replied = next() < 0.9 ? after(created, 3000, 1.4) : Number.NaN;
  const solved = next() < 0.88 ? after(replied, 36_000, 1.6) : Number.NaN;
  const isSolved = !Number.isNaN(solved);
  return [
    String(1_000_000 + index),
    stamp(created),
    stamp(replied),
    stamp(solved),
    isSolved ? pick(['solved', 'closed']) : pick(['new', 'open', 'pending', 'hold']),
    pick(['low', 'normal', 'normal', 'normal', 'high', 'urgent']),
    pick(['web', 'email', 'email', 'chat', 'api', 'phone']),
    `user${Math.floor((next() * count) / 3)}@${pick(['example.com', 'corp.example', 'mail.example'])}`,
    Number.isNaN(replied) ? '' : pick(agents),
    pick(groups),
    pick(subjects) + (next() < 0.5 ? ` #${Math.floor(next() * 1e5)}` : ''),
    descriptionOf(random),
    Array.from({ length: Math.floor(next() * 4) }, () => pick(tags)).join(','),
    isSolved && next() < 0.28 ? (next() < 0.86 ? 'good' : 'bad') : isSolved ? 'offered' : '',
  ];
}

function descriptionOf({ next, pick }) {
  const length = 160 + next() * 180;
  let text = '';
  while (text.length < length) text += `${pick(words)} `;
  const kind = next();
  if (kind < 0.1) text = `${text.slice(0, 60)}\nShe wrote "${text.slice(60, 90)}", then:\n${text.slice(90)}`;
  else if (kind < 0.3) text = `${text.slice(0, 40)}, ${text.slice(40)}`;
  return text.trimEnd();
}

const csvCell = (text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const writers = {
  csv: { head: `${columns.join(',')}\n`, row: (cells) => `${cells.map(csvCell).join(',')}\n` },
  ndjson: {
    head: '',
    row: (cells) => {
      const record = {};
      for (const [index, name] of columns.entries()) {
        record[name.toLowerCase().replaceAll(' ', '_')] =
          name === 'Tags' ? cells[index].split(',').filter(Boolean) : cells[index] || null;
      }
      return `${JSON.stringify(record)}\n`;
    },
  },
};

/** The path of a bench file, written if it is not there yet. */
export async function benchFile(count, format) {
  const file = path.join(folder, `tickets-${count}.${format}`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    if (format === 'csv.gz') {
      const plain = await benchFile(count, 'csv');
      await pipeline(createReadStream(plain), createGzip({ level: 6 }), createWriteStream(temporary));
    } else writeRows({ file: temporary, count, format });
    renameSync(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
  return file;
}

function writeRows({ file, count, format }) {
  const { head, row } = writers[format];
  const random = createRandom(0x9e3779b9);
  const agents = Array.from(
    { length: 64 },
    (_, index) => `${random.pick(firstNames)} ${random.pick(lastNames)} ${index}`,
  );
  const out = openSync(file, 'w');
  let buffer = head;
  for (let index = 0; index < count; index++) {
    buffer += row(ticketOf(index, { count, random, agents }));
    if (buffer.length > 1 << 22) {
      writeSync(out, buffer);
      buffer = '';
    }
  }
  writeSync(out, buffer);
}

if (process.argv[1] === import.meta.filename) {
  const [count = '10000', format = 'csv'] = process.argv.slice(2);
  if (!(Number(count) > 0) || !['csv', 'ndjson', 'csv.gz'].includes(format)) {
    console.error('usage: node tests/bench/generate.mjs TICKETS csv|ndjson|csv.gz');
    process.exit(2);
  }
  console.log(await benchFile(Number(count), format));
}

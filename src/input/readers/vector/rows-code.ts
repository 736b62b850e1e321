import {
  batchRows,
  cellLayout,
  emptyBit,
  oddBit,
  type Setting,
  settingNames,
  textAt,
} from './cell-layout.ts';
import { type Code, type FunctionCode, i32, Locals, loopWhile, v128, when } from './wasm-assembler.ts';

const c32 = i32.constant;
const { startsAt, endsAt, linesAt, rowStartsAt, rowEndsAt, isOddAt, settingsAt, wantedAt } = cellLayout;

/**
 * Takes rows from an index over CSV as far as they are plain: notes where the wanted cells lie, quotes around them left
 * out. Stops at a row that may be something else than a row, has more cells than the header, or has a wanted cell with
 * quotes inside; how far it came stands in the settings.
 */
export function rowsCode(): FunctionCode {
  const locals = new Locals([], {
    goes: 'i32',
    row: 'i32',
    first: 'i32',
    start: 'i32',
    place: 'i32',
    rows: 'i32',
    room: 'i32',
    separators: 'i32',
    ends: 'i32',
    lines: 'i32',
    columns: 'i32',
    wanted: 'i32',
    trimsReturn: 'i32',
    quote: 'i32',
    last: 'i32',
    lineEnd: 'i32',
    end: 'i32',
    count: 'i32',
    length: 'i32',
    kind: 'i32',
    slot: 'i32',
    column: 'i32',
    from: 'i32',
    to: 'i32',
    look: 'i32',
    cell: 'i32',
    quotes: 'v128',
  } as const);
  const { get, set } = locals;
  const at = (setting: Setting): number => settingsAt + settingNames.indexOf(setting) * 4;
  const setting = (name: Setting): Code => i32.load(c32(at(name)));
  const textByte = (position: Code, offset = 0): Code => i32.loadByte(position, textAt + offset);
  const word = (list: 'separators' | 'ends' | 'lines', index: Code): Code =>
    i32.load(i32.add(get(list), i32.shiftLeft(index, c32(2))));
  const differs = (name: Setting): Code => i32.differ(get('length'), setting(name));
  const not = i32.isZero;

  const lookForQuotes = loopWhile(i32.lessUnsigned(get('look'), get('to')), [
    set('kind', v128.bitmask(v128.equal(v128.load(get('look'), textAt), get('quotes')))),
    when(i32.isBelow(i32.sub(get('to'), get('look')), 16), [
      set(
        'kind',
        i32.and(get('kind'), i32.sub(i32.shiftLeft(c32(1), i32.sub(get('to'), get('look'))), c32(1))),
      ),
    ]),
    set('goes', i32.and(get('goes'), not(get('kind')))),
    set('look', i32.add(get('look'), c32(16))),
  ]);
  const findCell = [
    set('column', i32.load(i32.shiftLeft(get('slot'), c32(2)), wantedAt)),
    set('from', c32(0)),
    set('to', c32(0)),
    when(i32.lessUnsigned(get('column'), get('count')), [
      set('look', i32.add(get('first'), get('column'))),
      when(
        get('column'),
        [set('from', i32.add(word('separators', i32.sub(get('look'), c32(1))), c32(1)))],
        [set('from', get('start'))],
      ),
      when(
        i32.equal(get('look'), get('last')),
        [set('to', get('end'))],
        [set('to', word('separators', get('look')))],
      ),
      when(
        i32.and(i32.lessUnsigned(get('from'), get('to')), i32.equal(textByte(get('from')), get('quote'))),
        [
          set('from', i32.add(get('from'), c32(1))),
          set('to', i32.sub(get('to'), c32(1))),
          set('look', get('from')),
          lookForQuotes,
        ],
      ),
    ]),
    i32.store(get('cell'), get('from'), startsAt),
    i32.store(get('cell'), get('to'), endsAt),
    set('cell', i32.add(get('cell'), c32(batchRows * 4))),
    set('slot', i32.add(get('slot'), c32(1))),
  ];
  const listed = (): Code => i32.shiftLeft(get('place'), c32(2));
  const keepRow = [
    i32.store(listed(), setting('line'), linesAt),
    i32.store(listed(), get('start'), rowStartsAt),
    i32.store(listed(), get('end'), rowEndsAt),
    i32.store(c32(at('line')), i32.add(setting('firstLine'), word('lines', get('row')))),
    i32.store(
      c32(at('shortRows')),
      i32.add(setting('shortRows'), i32.lessUnsigned(get('count'), get('columns'))),
    ),
    set('place', i32.add(get('place'), c32(1))),
    set('start', i32.add(get('lineEnd'), c32(1))),
    set('first', i32.add(get('last'), c32(1))),
    set('row', i32.add(get('row'), c32(1))),
  ];
  const measureRow = [
    set('last', word('ends', get('row'))),
    set('lineEnd', word('separators', get('last'))),
    set('end', get('lineEnd')),
    when(i32.and(get('trimsReturn'), i32.lessUnsigned(get('start'), get('lineEnd'))), [
      set('end', i32.sub(get('end'), i32.equal(textByte(i32.sub(get('lineEnd'), c32(1))), c32(0x0d)))),
    ]),
    set('count', i32.add(i32.sub(get('last'), get('first')), c32(1))),
    set('length', i32.sub(get('end'), get('start'))),
    set('kind', i32.loadByte(textByte(get('start')), isOddAt)),
    set(
      'goes',
      i32.all(
        not(i32.and(get('kind'), c32(oddBit))),
        not(
          i32.and(
            i32.lessUnsigned(get('length'), i32.mul(get('count'), c32(3))),
            i32.or(
              i32.lessUnsigned(get('length'), get('count')),
              i32.differ(i32.and(get('kind'), c32(emptyBit)), c32(0)),
            ),
          ),
        ),
        not(i32.lessUnsigned(get('columns'), get('count'))),
        not(i32.and(i32.equal(get('count'), c32(1)), i32.differ(get('columns'), c32(1)))),
        differs('header1'),
        differs('header2'),
        differs('header3'),
      ),
    ),
  ];
  const body = [
    set('row', setting('row')),
    set('first', setting('first')),
    set('start', setting('start')),
    set('place', setting('place')),
    set('rows', setting('rows')),
    set('room', setting('room')),
    set('separators', setting('separatorsAt')),
    set('ends', setting('rowEndsAt')),
    set('lines', setting('rowLinesAt')),
    set('columns', setting('columns')),
    set('wanted', setting('wanted')),
    set('trimsReturn', setting('trimsReturn')),
    set('quote', setting('quote')),
    set('quotes', v128.splat(get('quote'))),
    set('goes', c32(1)),
    loopWhile(
      i32.all(
        get('goes'),
        i32.lessUnsigned(get('row'), get('rows')),
        i32.lessUnsigned(get('place'), get('room')),
      ),
      [
        ...measureRow,
        when(get('goes'), [
          set('cell', listed()),
          set('slot', c32(0)),
          loopWhile(i32.lessUnsigned(get('slot'), get('wanted')), findCell),
          when(get('goes'), keepRow),
        ]),
      ],
    ),
    i32.store(c32(at('row')), get('row')),
    i32.store(c32(at('first')), get('first')),
    i32.store(c32(at('start')), get('start')),
    i32.store(c32(at('place')), get('place')),
  ];
  return { name: 'rows', locals, body };
}

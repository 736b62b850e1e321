/**
 * As much of an assembler for WebAssembly as our functions need. Code is an array of bytes; every builder returns the
 * code that leaves its value on the stack, so expressions nest as they do on paper. Opcodes are from the WebAssembly
 * core specification, release 2.0, section 5.4.
 */
export type Code = readonly number[];

export type ValueType = 'i32' | 'i64' | 'v128';

const typeBytes: Readonly<Record<ValueType, number>> = { i32: 0x7f, i64: 0x7e, v128: 0x7b };
const noValue = 0x40;
const simd = 0xfd;

/** LEB128 of a whole number that is not negative. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return bytes;
}

/** Signed LEB128. */
function signed(value: number | bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt(value);
  for (;;) {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    const isDone = (rest === 0n && (low & 0x40) === 0) || (rest === -1n && (low & 0x40) !== 0);
    bytes.push(isDone ? low : low | 0x80);
    if (isDone) return bytes;
  }
}

const unary =
  (opcode: number) =>
  (a: Code): Code => [...a, opcode];
const binary =
  (opcode: number) =>
  (a: Code, b: Code): Code => [...a, ...b, opcode];

const load =
  (opcode: number, alignment: number) =>
  (address: Code, offset = 0): Code => [...address, opcode, alignment, ...unsigned(offset)];
const store =
  (opcode: number, alignment: number) =>
  (address: Code, value: Code, offset = 0): Code => [
    ...address,
    ...value,
    opcode,
    alignment,
    ...unsigned(offset),
  ];

export const i32 = {
  constant: (value: number): Code => [0x41, ...signed(value)],
  /** 1 for 0, else 0. */
  isZero: unary(0x45),
  equal: binary(0x46),
  differ: binary(0x47),
  lessSigned: binary(0x48),
  lessUnsigned: binary(0x49),
  add: binary(0x6a),
  sub: binary(0x6b),
  mul: binary(0x6c),
  divideUnsigned: binary(0x6e),
  and: binary(0x71),
  or: binary(0x72),
  xor: binary(0x73),
  shiftLeft: binary(0x74),
  shiftRight: binary(0x76),
  wrap: unary(0xa7),
  /** 1 when a number without sign is below a limit, else 0. */
  isBelow: (a: Code, limit: number): Code => [...a, 0x41, ...signed(limit), 0x49],
  /** All bits that are set in each. */
  all: (...codes: readonly Code[]): Code => codes.reduce(binary(0x71)),
  load: load(0x28, 2),
  /** Four bytes from wherever they lie. */
  loadUnaligned: load(0x28, 0),
  loadByte: load(0x2d, 0),
  store: store(0x36, 2),
};

export const i64 = {
  constant: (value: number | bigint): Code => [0x42, ...signed(value)],
  /** 1 when any bit is set, else 0. */
  isSet: (a: Code): Code => [...a, 0x50, 0x45],
  trailingZeros: unary(0x7a),
  ones: unary(0x7b),
  add: binary(0x7c),
  sub: binary(0x7d),
  mul: binary(0x7e),
  and: binary(0x83),
  or: binary(0x84),
  xor: binary(0x85),
  shiftLeft: binary(0x86),
  shiftRightSigned: binary(0x87),
  shiftRight: binary(0x88),
  extend: unary(0xad),
  not: (a: Code): Code => [...a, 0x42, 0x7f, 0x85],
};

export const f64 = {
  constant: (value: number): Code => [0x44, ...new Uint8Array(Float64Array.of(value).buffer)],
  add: binary(0xa0),
  mul: binary(0xa2),
  ofSigned: unary(0xb7),
  store: store(0x39, 3),
};

export const v128 = {
  /** Sixteen bytes from an address plus a fixed offset. */
  load: (address: Code, offset = 0): Code => [...address, simd, 0x00, 0, ...unsigned(offset)],
  store: (address: Code, value: Code, offset = 0): Code => [
    ...address,
    ...value,
    simd,
    0x0b,
    0,
    ...unsigned(offset),
  ],
  constant: (bytes: readonly number[]): Code => [simd, 0x0c, ...bytes],
  splat: (a: Code): Code => [...a, simd, 0x0f],
  /** The bytes at the places that the second operand names; 0 for places from sixteen on. */
  swizzle: (a: Code, places: Code): Code => [...a, ...places, simd, 0x0e],
  /** Eight of the bytes, the first or the last, as an i64. */
  half: (a: Code, which: 0 | 1): Code => [...a, simd, 0x1d, which],
  equal: (a: Code, b: Code): Code => [...a, ...b, simd, 0x23],
  lessUnsigned: (a: Code, b: Code): Code => [...a, ...b, simd, 0x26],
  and: (a: Code, b: Code): Code => [...a, ...b, simd, 0x4e],
  or: (a: Code, b: Code): Code => [...a, ...b, simd, 0x50],
  xor: (a: Code, b: Code): Code => [...a, ...b, simd, 0x51],
  /** 1 when any bit is set, else 0. */
  isSet: (a: Code): Code => [...a, simd, 0x53],
  /** The highest bit of each byte, as the low sixteen bits of an i32. */
  bitmask: (a: Code): Code => [...a, simd, 0x64],
};

/** The second value where the condition is 0, else the first; both are worked out. */
export function choose(condition: Code, yes: Code, no: Code): Code {
  return [...yes, ...no, ...condition, 0x1b];
}

/** Runs the body again and again while the condition holds. */
export function loopWhile(condition: Code, body: readonly Code[]): Code {
  const check = [...condition, 0x45, 0x0d, 1];
  return [0x02, noValue, 0x03, noValue, ...check, ...body.flat(), 0x0c, 0, 0x0b, 0x0b];
}

export function when(condition: Code, body: readonly Code[], otherwise: readonly Code[] = []): Code {
  const other = otherwise.length === 0 ? [] : [0x05, ...otherwise.flat()];
  return [...condition, 0x04, noValue, ...body.flat(), ...other, 0x0b];
}

/** The parameters (all i32) and locals of a function, by name. */
export class Locals<Parameter extends string, Local extends string> {
  readonly parameters: number;
  readonly #index = new Map<string, number>();
  readonly #types: ValueType[] = [];

  constructor(parameters: readonly Parameter[], locals: Readonly<Record<Local, ValueType>>) {
    this.parameters = parameters.length;
    for (const name of parameters) this.#index.set(name, this.#index.size);
    for (const [name, type] of Object.entries<ValueType>(locals)) {
      this.#index.set(name, this.#index.size);
      this.#types.push(type);
    }
  }

  /** Its value. */
  readonly get = (name: Parameter | Local): Code => [0x20, ...unsigned(this.#at(name))];

  /** Gives it a value. */
  readonly set = (name: Parameter | Local, value: Code): Code => [
    ...value,
    0x21,
    ...unsigned(this.#at(name)),
  ];

  declarations(): Code {
    return [...unsigned(this.#types.length), ...this.#types.flatMap((type) => [1, typeBytes[type]])];
  }

  #at(name: string): number {
    const index = this.#index.get(name);
    if (index === undefined) throw new Error(`no local is called ${name}`);
    return index;
  }
}

export interface FunctionCode {
  readonly name: string;
  readonly locals: Pick<Locals<string, string>, 'parameters' | 'declarations'>;
  readonly body: readonly Code[];
}

/**
 * A module with one memory, imported as `js.memory`, and exported functions of i32 parameters that return nothing.
 */
export function assembleModule(functions: readonly FunctionCode[]): Uint8Array<ArrayBuffer> {
  const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content];
  const list = (entries: readonly Code[]): Code => [...unsigned(entries.length), ...entries.flat()];
  const text = (of: string): Code => [...unsigned(of.length), ...Buffer.from(of, 'latin1')];
  const types = functions.map(({ locals }) => {
    const parameters = Array.from({ length: locals.parameters }, () => typeBytes.i32);
    return [0x60, ...unsigned(parameters.length), ...parameters, 0];
  });
  const codes = functions.map(({ locals, body }) => {
    const code = [...locals.declarations(), ...body.flat(), 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, list(types)),
    ...section(2, list([[...text('js'), ...text('memory'), 0x02, 0x00, 1]])),
    ...section(3, list(functions.map((_, i) => unsigned(i)))),
    ...section(7, list(functions.map(({ name }, i) => [...text(name), 0x00, ...unsigned(i)]))),
    ...section(10, list(codes)),
  ]);
}

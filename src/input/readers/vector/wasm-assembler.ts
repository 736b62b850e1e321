/**
 * As much of an assembler for WebAssembly as one function needs. Code is an array of bytes; every builder returns the
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
function signed(value: number): number[] {
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

export const i32 = {
  constant: (value: number): Code => [0x41, ...signed(value)],
  add: binary(0x6a),
  sub: binary(0x6b),
  and: binary(0x71),
  shiftRight: binary(0x76),
  lessSigned: binary(0x48),
  lessUnsigned: binary(0x49),
  wrap: unary(0xa7),
  store: (address: Code, value: Code): Code => [...address, ...value, 0x36, 2, 0],
};

export const i64 = {
  constant: (value: number): Code => [0x42, ...signed(value)],
  /** 1 when any bit is set, else 0. */
  isSet: (a: Code): Code => [...a, 0x50, 0x45],
  trailingZeros: unary(0x7a),
  ones: unary(0x7b),
  sub: binary(0x7d),
  and: binary(0x83),
  or: binary(0x84),
  xor: binary(0x85),
  shiftLeft: binary(0x86),
  shiftRightSigned: binary(0x87),
  shiftRight: binary(0x88),
  extend: unary(0xad),
  not: (a: Code): Code => [...a, 0x42, 0x7f, 0x85],
};

export const v128 = {
  /** Sixteen bytes from an address plus a fixed offset. */
  load: (address: Code, offset: number): Code => [...address, simd, 0x00, 0, ...unsigned(offset)],
  splat: (a: Code): Code => [...a, simd, 0x0f],
  equal: (a: Code, b: Code): Code => [...a, ...b, simd, 0x23],
  lessUnsigned: (a: Code, b: Code): Code => [...a, ...b, simd, 0x26],
  or: (a: Code, b: Code): Code => [...a, ...b, simd, 0x50],
  /** The highest bit of each byte, as the low sixteen bits of an i32. */
  bitmask: (a: Code): Code => [...a, simd, 0x64],
};

/** Runs the body again and again while the condition holds. */
export function loopWhile(condition: Code, body: readonly Code[]): Code {
  const check = [...condition, 0x45, 0x0d, 1];
  return [0x02, noValue, 0x03, noValue, ...check, ...body.flat(), 0x0c, 0, 0x0b, 0x0b];
}

export function when(condition: Code, body: readonly Code[]): Code {
  return [...condition, 0x04, noValue, ...body.flat(), 0x0b];
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

  get(name: Parameter | Local): Code {
    return [0x20, ...unsigned(this.#at(name))];
  }

  set(name: Parameter | Local, value: Code): Code {
    return [...value, 0x21, ...unsigned(this.#at(name))];
  }

  declarations(): Code {
    return [...unsigned(this.#types.length), ...this.#types.flatMap((type) => [1, typeBytes[type]])];
  }

  #at(name: string): number {
    const index = this.#index.get(name);
    if (index === undefined) throw new Error(`no local is called ${name}`);
    return index;
  }
}

/**
 * A module with one memory, imported as `js.memory`, and one exported function of i32 parameters that returns nothing.
 */
export function assembleModule(options: {
  name: string;
  locals: Pick<Locals<string, string>, 'parameters' | 'declarations'>;
  body: readonly Code[];
}): Uint8Array<ArrayBuffer> {
  const { name, locals, body } = options;
  const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content];
  const text = (of: string): Code => [...unsigned(of.length), ...Buffer.from(of, 'latin1')];
  const parameters = Array.from({ length: locals.parameters }, () => typeBytes.i32);
  const code = [...locals.declarations(), ...body.flat(), 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, ...unsigned(parameters.length), ...parameters, 0]),
    ...section(2, [1, ...text('js'), ...text('memory'), 0x02, 0x00, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text(name), 0x00, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
}
